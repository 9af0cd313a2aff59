using System.Text.Json;

namespace Personio.PingOne.Json;

/// <summary>Reads lists and objects in HAL, the form in which PingOne answers.</summary>
internal static class HalReader
{
    /// <summary>Reads a page: the rows in <c>_embedded</c> and the link to the next one.</summary>
    /// <param name="body">The body.</param>
    /// <param name="counted">Hears of <c>count</c>, the rows of the whole list, where the page has it.</param>
    /// <exception cref="JsonException">It is not a page, or a row does not fit.</exception>
    public static Page<T> Page<T>(ReadOnlyMemory<byte> body, Action<int>? counted = null)
    {
        using JsonDocument document = JsonDocument.Parse(AnswerText.Of(body));
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("_embedded", out JsonElement embedded) || embedded.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A page was expected, but it has no member _embedded.");
        }

        if (root.TryGetProperty("count", out JsonElement count) && count.ValueKind == JsonValueKind.Number
            && count.TryGetInt32(out int rows))
        {
            counted?.Invoke(rows);
        }

        JsonElement list = embedded.EnumerateObject().Select(member => member.Value)
            .FirstOrDefault(value => value.ValueKind == JsonValueKind.Array);
        T[] items = list.ValueKind != JsonValueKind.Array
            ? []
            :
            [
                .. list.EnumerateArray().Where(row => row.ValueKind != JsonValueKind.Null)
                    .Select(row => row.Deserialize<T>(PingOneJson.Options)!),
            ];
        return new Page<T>(items, NextLink(root));
    }

    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">It is not an object, or does not fit.</exception>
    public static T One<T>(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize<T>(AnswerText.Of(body).Span, PingOneJson.Options)
        ?? throw new JsonException("An object was expected, not null.");

    /// <summary>The link to the next page; null on the last one.</summary>
    public static string? NextLink(JsonElement root) =>
        root.TryGetProperty("_links", out JsonElement links) && links.ValueKind == JsonValueKind.Object
        && links.TryGetProperty("next", out JsonElement next) && next.ValueKind == JsonValueKind.Object
        && next.TryGetProperty("href", out JsonElement href) && href.ValueKind == JsonValueKind.String
        && href.GetString() is { Length: > 0 } text
            ? text
            : null;
}
