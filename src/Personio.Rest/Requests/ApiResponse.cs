using System.Net;
using System.Text.Json;

namespace Personio.Rest;

/// <summary>An answer with a status of success, its body as it came.</summary>
internal sealed record ApiResponse(HttpStatusCode Status, ReadOnlyMemory<byte> Body, string? MediaType)
{
    /// <summary>Takes secrets out of what is said about it.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>What the body says.</summary>
    /// <param name="request">What it answers, for errors.</param>
    /// <param name="read">Reads the body.</param>
    /// <exception cref="PersonioException">It is not what was expected (<c>UnexpectedResponse</c>).</exception>
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
