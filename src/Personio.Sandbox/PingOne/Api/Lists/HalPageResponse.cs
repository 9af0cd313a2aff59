using System.Text.Json.Serialization;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>A page of a list: the rows are in an array named after their type.</summary>
internal sealed record HalPageResponse(
    [property: JsonPropertyName("_links")] HalLinks Links,
    [property: JsonPropertyName("_embedded")] IReadOnlyDictionary<string, object[]> Embedded)
{
    public int? Count { get; init; }

    public int? Size { get; init; }

    /// <summary>A property that no client knows yet.</summary>
    public PageHint? Hint { get; init; }
}
