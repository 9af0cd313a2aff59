using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>Which path an error is about, where the gateway says so.</summary>
internal sealed record ErrorMeta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path);
