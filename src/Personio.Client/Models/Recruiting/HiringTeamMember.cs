using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A person who takes part in hiring.</summary>
[FlatMember("person")]
public sealed record HiringTeamMember : ApiObject
{
    /// <summary>The id of the person.</summary>
    [JsonIgnore]
    public string? PersonId => Person?.Id;

    /// <summary>What the person does there, for example Recruiter.</summary>
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
