namespace Personio.Sandbox.Api;

/// <summary>The envelope of a list of v1.</summary>
internal sealed record V1PageResponse(bool Success, V1PageMetadata Metadata, int Offset, int Limit, object[] Data);
