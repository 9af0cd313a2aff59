using System.Net;

namespace Personio.Rest;

/// <summary>An answer with a status of success, its body as it came.</summary>
internal sealed record ApiResponse(HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? MediaType)
{
    /// <summary>Takes secrets out of what is said about it.</summary>
    public required Redactor Redactor { get; init; }
}
