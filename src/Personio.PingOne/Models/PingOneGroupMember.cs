using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>The membership of a user in a group.</summary>
public sealed record PingOneGroupMember : ApiObject
{
    /// <summary>The ID of the user.</summary>
    [JsonIgnore]
    public string? UserId { get; init; }

    /// <summary>The name the user signs in with; null if only the ID is known.</summary>
    [JsonIgnore]
    public string? UserName { get; init; }

    /// <summary>The ID of the group.</summary>
    [JsonPropertyName("id")]
    public string? GroupId { get; init; }

    /// <summary>The name of the group.</summary>
    [JsonPropertyName("name")]
    public string? GroupName { get; init; }

    /// <summary>
    /// DIRECT if the user was added manually, INDIRECT through nesting or a filter; null if not read.
    /// </summary>
    public string? Type { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{UserName ?? UserId} in {GroupName ?? GroupId}";
}
