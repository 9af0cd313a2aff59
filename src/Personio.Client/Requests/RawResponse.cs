using System.Text;
using System.Text.Json;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>A response that has no model.</summary>
public sealed class RawResponse
{
    private readonly ApiRequest _request;
    private readonly ApiResponse _response;

    internal RawResponse(ApiRequest request, ApiResponse response)
    {
        _request = request;
        _response = response;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode => (int)_response.Status;

    /// <summary>The body as received.</summary>
    public ReadOnlyMemory<byte> Body => _response.Body;

    /// <summary>Whether the body is JSON, according to its media type or, without one, its first character.</summary>
    public bool IsJson => _response.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase)
        ?? _response.Body.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(_response.Body.Span);

    /// <summary>Rejects a response to a read without a body, and JSON from an endpoint that returns files.</summary>
    /// <exception cref="PersonioException">The response is not a file (<c>UnexpectedResponse</c>).</exception>
    public void CheckNotFile()
    {
        bool isFile = _request.Path.Contains("/download", StringComparison.Ordinal)
            || _request.Path.Contains("/profile-picture", StringComparison.Ordinal);
        if (_request.Endpoint.IsRead && (Body.Length == 0 || (isFile && IsJson)))
        {
            throw ResponseErrors.Unexpected(
                _request, _response.Status, null,
                Body.Length == 0 ? "the response was empty; nothing was saved" : "received JSON instead of the file");
        }
    }

    /// <summary>
    /// Returns the body as plain values, without the envelope <c>_data</c> (v1: <c>data</c>), and whether there are
    /// more pages. Version 1 has no links; a request with a page or an offset is assumed to come from a caller that
    /// pages by itself.
    /// </summary>
    /// <exception cref="PersonioException">The body is not JSON (<c>UnexpectedResponse</c>).</exception>
    public (object? Value, bool HasMore) Read() => _response.Read(_request, Parse);

    private (object? Value, bool HasMore) Parse(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(JsonSanitizer.Sanitize(body));
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (PlainValue.From(root), false);
        }

        bool hasMore = _request.Endpoint.Version == 1
            ? HasPages(root) && !_request.Query.Any(pair => pair.Key is "page" or "offset")
            : root.TryGetProperty("_meta", out JsonElement meta) && EnvelopeReader.NextLink(meta) is not null;
        return root.TryGetProperty("_data", out JsonElement data)
            || (_request.Endpoint.Version == 1 && root.TryGetProperty("data", out data))
                ? (PlainValue.From(data), hasMore)
                : (PlainValue.From(root), false);
    }

    private static bool HasPages(JsonElement root) =>
        root.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("total_pages", out JsonElement pages)
        && pages.ValueKind == JsonValueKind.Number && pages.GetDouble() > 1;
}
