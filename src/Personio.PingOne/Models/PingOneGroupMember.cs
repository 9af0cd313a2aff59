using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>That a user is in a group.</summary>
public sealed record PingOneGroupMember : ApiObject
{
    /// <summary>The id of the user.</summary>
    [JsonIgnore]
    public string? UserId { get; init; }

    /// <summary>The name the user signs in with; null where only the id is known.</summary>
    [JsonIgnore]
    public string? UserName { get; init; }

    /// <summary>The id of the group.</summary>
    [JsonPropertyName("id")]
    public string? GroupId { get; init; }

    /// <summary>The name of the group.</summary>
    [JsonPropertyName("name")]
    public string? GroupName { get; init; }

    /// <summary>DIRECT where the user was added by hand, INDIRECT through nesting or a filter; null where it was not read.
    /// </summary>
    public string? Type { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{UserName ?? UserId} in {GroupName ?? GroupId}";
}
