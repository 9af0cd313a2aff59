using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>Which parameters were missing, or which grant type was asked for.</summary>
internal sealed record TokenErrorMeta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? MissingParameters,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? GrantType = null);
