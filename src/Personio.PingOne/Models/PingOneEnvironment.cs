using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A PingOne environment.</summary>
internal sealed record PingOneEnvironment : ApiObject
{
    [JsonPropertyName("id")]
    public string? EnvironmentId { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Region { get; init; }
}
