using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>The environment as the API returns it.</summary>
internal sealed record EnvironmentResponse
{
    [JsonPropertyName("_links")]
    public required HalLinks Links { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string Description { get; } = "Staff directory";

    public Reference Organization { get; } = new("92c7e5d0-48ab-4f13-b5e9-6a10d8f3c274");

    public required string Type { get; init; }

    public string Region { get; } = "EU";

    public string Status { get; } = "ACTIVE";

    public Reference License { get; } = new("d30a5c18-6f92-4be7-8a41-57e9c0b2f863");

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt => CreatedAt;
}
