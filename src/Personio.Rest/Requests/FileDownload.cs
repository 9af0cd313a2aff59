namespace Personio.Rest;

/// <summary>What is known of a file that was downloaded.</summary>
/// <param name="FileName">
/// The name the server gave it, as it was sent: it can hold anything. Null where it gave none.
/// </param>
/// <param name="Length">How many bytes came.</param>
/// <param name="MediaType">What the server says it is; null where it says nothing.</param>
public sealed record FileDownload(string? FileName, long Length, string? MediaType = null);
