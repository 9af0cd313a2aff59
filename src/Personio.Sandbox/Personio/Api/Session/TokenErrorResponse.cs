using System.Text.Json.Serialization;

namespace Personio.Sandbox.Api;

/// <summary>The error format of the token endpoints.</summary>
internal sealed record TokenErrorResponse(
    string Error,
    string ErrorDescription,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ErrorUri,
    DateTimeOffset Timestamp,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TokenErrorMeta? Meta);
