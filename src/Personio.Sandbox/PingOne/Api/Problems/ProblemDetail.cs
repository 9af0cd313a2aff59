using System.Text.Json.Serialization;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>One error in a request.</summary>
internal sealed record ProblemDetail(
    string Code,
    [property: JsonPropertyOrder(1)] string? Target,
    string Message,
    [property: JsonPropertyOrder(2)] InnerError? InnerError = null);
