using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>One error in v2.</summary>
internal sealed record ErrorDetail(
    string Title, string Detail, string? Type, [property: JsonPropertyName("_meta")] ErrorMeta Meta);
