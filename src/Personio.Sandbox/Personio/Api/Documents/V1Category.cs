namespace Personio.Sandbox.Api;

/// <summary>The attributes of a document category in v1.</summary>
internal sealed record V1Category(string Name);
