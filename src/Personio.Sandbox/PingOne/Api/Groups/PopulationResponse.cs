using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>A population as the API returns it.</summary>
internal sealed record PopulationResponse
{
    [JsonPropertyName("_links")]
    public required HalLinks Links { get; init; }

    public required string Id { get; init; }

    public required Reference Environment { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    [JsonPropertyName("default")]
    public bool IsDefault { get; init; }

    public int UserCount { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt => CreatedAt;
}
