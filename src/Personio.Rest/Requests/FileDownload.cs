namespace Personio.Rest;

/// <summary>What is known of a file that was downloaded.</summary>
/// <param name="FileName">
/// The name the server gave it, as it was sent: it can hold anything. Null where it gave none.
/// </param>
/// <param name="Length">How many bytes came.</param>
public sealed record FileDownload(string? FileName, long Length);
