namespace Personio.Sandbox.Api;

/// <summary>The envelope of a v1 response.</summary>
internal sealed record V1Response(bool Success, object Data);
