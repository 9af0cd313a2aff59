using System.Text;
using System.Text.Json;
using Personio.PingOne.Json;

namespace Personio.PingOne;

/// <summary>An answer that has no model.</summary>
public sealed class PingOneResponse
{
    private readonly ApiRequest _request;
    private readonly ApiResponse _response;

    internal PingOneResponse(ApiRequest request, ApiResponse answer)
    {
        _request = request;
        _response = answer;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode => (int)_response.Status;

    /// <summary>Whether the body is empty.</summary>
    public bool IsEmpty => _response.Body.Length == 0;

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(_response.Body.Span);

    /// <summary>
    /// The body as plain values: the rows of a list, otherwise the object; and whether there are more pages.
    /// </summary>
    /// <exception cref="PersonioException">The body is not JSON (<c>UnexpectedResponse</c>).</exception>
    public (object? Value, bool HasMore) Read() => _response.Read(_request, Parse);

    private static (object? Value, bool HasMore) Parse(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(JsonSanitizer.Sanitize(body));
        JsonElement root = document.RootElement;
        bool isList = root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("id", out _)
            && root.TryGetProperty("_embedded", out JsonElement embedded) && embedded.ValueKind == JsonValueKind.Object
            && embedded.EnumerateObject().Any(member => member.Value.ValueKind == JsonValueKind.Array);
        return isList
            ? (PlainValue.From(root.GetProperty("_embedded").EnumerateObject()
                    .First(member => member.Value.ValueKind == JsonValueKind.Array).Value),
                HalReader.NextLink(root) is not null)
            : (PlainValue.From(root), false);
    }
}
