using System.Text.Json.Nodes;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>One thing that is wrong with a request.</summary>
internal sealed record ProblemDetail(string Code, string? Target, string Message, JsonObject? InnerError = null);
