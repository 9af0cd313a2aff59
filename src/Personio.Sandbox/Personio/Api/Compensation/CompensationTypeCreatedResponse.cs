using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>A created compensation type.</summary>
internal sealed record CompensationTypeCreatedResponse(string Id, string Name, string Category)
{
    /// <summary>Empty: the response contains no link.</summary>
    [JsonPropertyName("_meta")]
    public IReadOnlyDictionary<string, string> Meta { get; } = new Dictionary<string, string>();
}
