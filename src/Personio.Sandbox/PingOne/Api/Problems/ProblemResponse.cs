namespace Personio.Sandbox.PingOne.Api;

/// <summary>The body of an error.</summary>
internal sealed record ProblemResponse(string Id, string Code, string Message, IReadOnlyList<ProblemDetail>? Details);
