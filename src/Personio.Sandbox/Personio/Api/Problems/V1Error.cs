namespace Personio.Sandbox.Api;

/// <summary>The error of v1.</summary>
internal sealed record V1Error(int Code, string Message);
