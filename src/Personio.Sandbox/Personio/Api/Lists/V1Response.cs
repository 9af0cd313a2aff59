namespace Personio.Sandbox.Api;

/// <summary>The envelope of v1.</summary>
internal sealed record V1Response(bool Success, object Data);
