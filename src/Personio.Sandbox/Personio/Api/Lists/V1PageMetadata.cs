namespace Personio.Sandbox.Api;

/// <summary>The totals of a v1 list.</summary>
internal sealed record V1PageMetadata(int TotalElements, int CurrentPage, int TotalPages);
