using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>The missing parameters, or the grant type that was requested.</summary>
internal sealed record TokenErrorMeta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? MissingParameters,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? GrantType = null);
