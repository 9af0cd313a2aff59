using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A member of a hiring team.</summary>
[FlatMember("person")]
public sealed record HiringTeamMember : ApiObject
{
    /// <summary>The id of the person.</summary>
    [JsonIgnore]
    public string? PersonId => Person?.Id;

    /// <summary>The role of the person in the team, for example Recruiter.</summary>
    [JsonIgnore]
    public string? Role => RolePart?.Name;

    [JsonInclude]
    internal Reference? Person { get; init; }

    [JsonInclude]
    [JsonPropertyName("role")]
    internal NamePart? RolePart { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("person", Person), ("role", RolePart)];

    /// <inheritdoc/>
    public override string ToString() => Role is null ? PersonId ?? "" : $"{PersonId} ({Role})";
}
