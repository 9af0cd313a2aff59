namespace Personio.Sandbox.Api;

/// <summary>The attributes of a project in v1.</summary>
internal sealed record V1Project(string Name, bool Active);
