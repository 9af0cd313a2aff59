namespace Personio.Sandbox.Api;

/// <summary>How much there is on all pages of a list of v1.</summary>
internal sealed record V1PageMetadata(int TotalElements, int CurrentPage, int TotalPages);
