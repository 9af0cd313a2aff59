namespace Personio.Sandbox.Api;

/// <summary>The attributes of a document in v1.</summary>
internal sealed record V1Document(
    string Title, DateOnly Date, string? Comment, V1Resource Employee, V1Resource Category);
