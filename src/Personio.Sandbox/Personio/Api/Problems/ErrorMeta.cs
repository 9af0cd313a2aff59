using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>The path of an error, if the gateway reports it.</summary>
internal sealed record ErrorMeta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Path);
