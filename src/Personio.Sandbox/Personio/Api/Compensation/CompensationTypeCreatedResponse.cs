using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>A type of compensation that was created.</summary>
internal sealed record CompensationTypeCreatedResponse(string Id, string Name, string Category)
{
    /// <summary>Empty: nobody is told where it is.</summary>
    [JsonPropertyName("_meta")]
    public IReadOnlyDictionary<string, string> Meta { get; } = new Dictionary<string, string>();
}
