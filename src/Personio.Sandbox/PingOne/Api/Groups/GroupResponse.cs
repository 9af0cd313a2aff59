using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>A group as the API returns it.</summary>
internal sealed record GroupResponse
{
    [JsonPropertyName("_links")]
    public required HalLinks Links { get; init; }

    public required string Id { get; init; }

    public required Reference Environment { get; init; }

    public required string Name { get; init; }

    public string DisplayName => Name;

    public required MemberCounts DirectMemberCounts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt => CreatedAt;

    public string? Description { get; init; }

    public string? ExternalId { get; init; }

    public string? UserFilter { get; init; }

    public string? SourceType { get; init; }

    public Reference? Population { get; init; }

    /// <summary>Includes nested members; only present on request.</summary>
    public MemberCounts? TotalMemberCounts { get; init; }
}
