using System.Text.Json;

namespace Personio.PingOne.Json;

/// <summary>Reads lists and objects in HAL, the format of PingOne's answers.</summary>
internal static class HalReader
{
    /// <summary>Reads a page: the rows in <c>_embedded</c> and the link to the next one.</summary>
    /// <param name="body">The body.</param>
    /// <param name="onCount">Receives <c>count</c>, the number of rows in the whole list, if the page includes
    /// it.</param>
    /// <exception cref="JsonException">The body is not a page. Unreadable rows are reported individually
    /// instead.</exception>
    public static Page<T> ReadPage<T>(ReadOnlyMemory<byte> body, Action<int>? onCount = null)
    {
        var reader = new Utf8JsonReader(JsonSanitizer.Sanitize(body).Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"A page was expected, not {reader.TokenType}.");
        }

        RowReader<T>? rows = null;
        string? next = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isEmbedded = reader.ValueTextEquals("_embedded"u8);
            bool isLinks = reader.ValueTextEquals("_links"u8);
            bool isCount = reader.ValueTextEquals("count"u8);
            reader.Read();
            if (isEmbedded && reader.TokenType == JsonTokenType.StartObject)
            {
                rows = ReadEmbedded<T>(ref reader);
            }
            else if (isLinks)
            {
                using JsonDocument links = JsonDocument.ParseValue(ref reader);
                next = ReadNext(links.RootElement);
            }
            else
            {
                if (isCount && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int count))
                {
                    onCount?.Invoke(count);
                }

                reader.Skip();
            }
        }

        // Throws if anything follows the page.
        reader.Read();
        return rows is null
            ? throw new JsonException("A page was expected, but it has no member _embedded.")
            : new Page<T>(rows.Rows, next) { Rows = rows.Count, Faults = rows.Faults };
    }

    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">The body is not an object, or does not match the type.</exception>
    public static T ReadObject<T>(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize<T>(JsonSanitizer.Sanitize(body).Span, PingOneJson.Options)
        ?? throw new JsonException("An object was expected, not null.");

    /// <summary>The link to the next page; null on the last page.</summary>
    public static string? NextLink(JsonElement root) =>
        root.TryGetProperty("_links", out JsonElement links) ? ReadNext(links) : null;

    // The name of the list depends on its kind, so the first member that is a list is used.
    private static RowReader<T> ReadEmbedded<T>(ref Utf8JsonReader reader)
    {
        RowReader<T>? rows = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            if (rows is null && reader.TokenType != JsonTokenType.Null)
            {
                rows = RowReader<T>.Read(ref reader, PingOneJson.Options);
            }
            else
            {
                reader.Skip();
            }
        }

        return rows ?? RowReader<T>.None(PingOneJson.Options);
    }

    private static string? ReadNext(JsonElement links) =>
        links.ValueKind == JsonValueKind.Object
        && links.TryGetProperty("next", out JsonElement next) && next.ValueKind == JsonValueKind.Object
        && next.TryGetProperty("href", out JsonElement href) && href.ValueKind == JsonValueKind.String
        && href.GetString() is { Length: > 0 } text
            ? text
            : null;
}
