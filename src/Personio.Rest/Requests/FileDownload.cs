namespace Personio.Rest;

/// <summary>What is known about a downloaded file.</summary>
/// <param name="FileName">The name the server suggested, unchecked: it can contain anything. Null if it suggested
/// none.</param>
/// <param name="Length">The number of bytes received.</param>
/// <param name="MediaType">The media type according to the server; null if not specified.</param>
public sealed record FileDownload(string? FileName, long Length, string? MediaType = null);
