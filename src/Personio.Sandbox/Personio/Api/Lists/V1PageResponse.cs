namespace Personio.Sandbox.Api;

/// <summary>The envelope of a v1 list.</summary>
internal sealed record V1PageResponse(bool Success, V1PageMetadata Metadata, int Offset, int Limit, object[] Data);
