using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Client.Json;

/// <summary>Takes rows and objects out of the envelopes Personio wraps them in.</summary>
internal static class AnswerReader
{
    /// <summary>Reads a page: <c>_data</c> (v1: <c>data</c>) and the link to the next one.</summary>
    /// <exception cref="JsonException">It is no page, or a row does not fit.</exception>
    public static Page<T> Page<T>(ReadOnlyMemory<byte> body)
    {
        Envelope<T> envelope = JsonSerializer.Deserialize<Envelope<T>>(AnswerText.Of(body).Span, PersonioJson.Options)
            ?? throw new JsonException("A page was expected, not null.");
        if (envelope is { V2Rows: null, V1Rows: null, HasRows: false })
        {
            throw new JsonException("A page was expected, but it has no member _data.");
        }

        List<T?> rows = envelope.V2Rows ?? envelope.V1Rows ?? [];
        return new Page<T>([.. rows.OfType<T>()], NextLink(envelope.Meta)) { Rows = rows.Count };
    }

    /// <summary>Reads one object, bare or inside <c>_data</c> or <c>data</c>.</summary>
    /// <exception cref="JsonException">It is no object, or does not fit.</exception>
    public static T One<T>(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(AnswerText.Of(body));
        JsonElement root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object
            && (root.TryGetProperty("_data", out JsonElement inner) || root.TryGetProperty("data", out inner))
            && inner.ValueKind == JsonValueKind.Object)
        {
            root = inner;
        }

        return root.Deserialize<T>(PersonioJson.Options)
            ?? throw new JsonException("An object was expected, not null.");
    }

    /// <summary>The link to the next page: an object with <c>href</c>, or the text itself.</summary>
    public static string? NextLink(JsonElement meta)
    {
        if (!TryObject(meta, "links", out JsonElement links) || !links.TryGetProperty("next", out JsonElement next))
        {
            return null;
        }

        JsonElement link = next.ValueKind == JsonValueKind.Object && next.TryGetProperty("href", out JsonElement href)
            ? href
            : next;
        return link.ValueKind == JsonValueKind.String && link.GetString() is { Length: > 0 } text ? text : null;
    }

    private static bool TryObject(JsonElement parent, string name, out JsonElement child)
    {
        child = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out child)
            && child.ValueKind == JsonValueKind.Object;
    }

    private sealed record Envelope<T>
    {
        [JsonPropertyName("_data")]
        public List<T?>? V2Rows { get; init { field = value; HasRows = true; } }

        [JsonPropertyName("data")]
        public List<T?>? V1Rows { get; init { field = value; HasRows = true; } }

        [JsonPropertyName("_meta")]
        public JsonElement Meta { get; init; }

        // A null in place of the rows is an empty page; a missing member is another thing.
        [JsonIgnore]
        public bool HasRows { get; private set; }
    }
}
