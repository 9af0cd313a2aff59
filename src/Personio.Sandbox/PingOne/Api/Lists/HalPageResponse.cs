using System.Text.Json.Serialization;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>A page of a list: the rows stand in an array that is named after them.</summary>
internal sealed record HalPageResponse(
    [property: JsonPropertyName("_links")] HalLinks Links,
    [property: JsonPropertyName("_embedded")] IReadOnlyDictionary<string, object[]> Embedded)
{
    public int? Count { get; init; }

    public int? Size { get; init; }

    /// <summary>What no client knows yet.</summary>
    public PageHint? Hint { get; init; }
}
