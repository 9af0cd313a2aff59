using System.Text.Json;

namespace Personio.Client.Json;

/// <summary>Reads rows and objects from the envelopes that Personio wraps them in.</summary>
internal static class EnvelopeReader
{
    /// <summary>Reads a page: <c>_data</c> (v1: <c>data</c>) and the link to the next page.</summary>
    /// <exception cref="JsonException">The body is not a page.</exception>
    public static Page<T> ReadPage<T>(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(JsonSanitizer.Sanitize(body).Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A page was expected, not {reader.TokenType}.");
        }

        RowReader<T>? v2 = null;
        RowReader<T>? v1 = null;
        string? next = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isV2 = reader.ValueTextEquals("_data"u8);
            bool isV1 = reader.ValueTextEquals("data"u8);
            bool isMeta = reader.ValueTextEquals("_meta"u8);
            reader.Read();
            if (isV2)
            {
                v2 = RowReader<T>.Read(ref reader, PersonioJson.Options);
            }
            else if (isV1)
            {
                v1 = RowReader<T>.Read(ref reader, PersonioJson.Options);
            }
            else if (isMeta)
            {
                using JsonDocument meta = JsonDocument.ParseValue(ref reader);
                next = NextLink(meta.RootElement);
            }
            else
            {
                reader.Skip();
            }
        }

        // Throws if anything follows the page.
        reader.Read();
        RowReader<T> rows = v2 ?? v1 ?? throw new JsonException("A page was expected, but it has no member _data.");
        return new Page<T>(rows.Rows, next) { Rows = rows.Count, Faults = rows.Faults };
    }

    /// <summary>Reads one object, bare or inside <c>_data</c> or <c>data</c>.</summary>
    /// <exception cref="JsonException">The body is not an object, or does not match the type.</exception>
    public static T ReadObject<T>(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(JsonSanitizer.Sanitize(body));
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

    /// <summary>
    /// Returns the link to the next page, an object with <c>href</c> or the text itself; null if there is none.
    /// </summary>
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
}
