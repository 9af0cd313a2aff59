using System.Net;
using System.Text.Json;

namespace Personio.Rest;

/// <summary>A successful response with its unprocessed body.</summary>
internal sealed record ApiResponse(HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? MediaType)
{
    /// <summary>Removes secrets from messages about this response.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request it answers, for error messages.</param>
    /// <param name="read">Reads the bytes of the body.</param>
    /// <exception cref="PersonioException">The body is not what was expected (<c>UnexpectedResponse</c>).</exception>
    public T Read<T>(ApiRequest request, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(Body);
        }
        catch (JsonException fault)
        {
            throw ResponseErrors.Unreadable(Redactor, request, Status, fault);
        }
    }
}
