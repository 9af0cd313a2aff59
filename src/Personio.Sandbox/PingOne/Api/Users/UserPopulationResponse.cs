using System.Text.Json.Serialization;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>The population of a user; its links are empty.</summary>
internal sealed record UserPopulationResponse(string Id)
{
    [JsonPropertyName("_links"), JsonPropertyOrder(-1)]
    public HalLinks Links { get; } = new();
}
