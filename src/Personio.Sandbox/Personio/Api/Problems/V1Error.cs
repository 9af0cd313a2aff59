namespace Personio.Sandbox.Api;

/// <summary>An error in v1.</summary>
internal sealed record V1Error(int Code, string Message);
