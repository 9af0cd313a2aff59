using System.Text.Json;

namespace Personio.PingOne.Json;

/// <summary>Reads the two error formats of PingOne: that of the platform, and that of OAuth 2.0.</summary>
internal static class ErrorShape
{
    /// <summary>Extracts messages and codes from a body in either format.</summary>
    public static ErrorParts Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return new ErrorParts([], null);
        }

        JsonElement[] details =
            body.TryGetProperty("details", out JsonElement list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(detail => detail.ValueKind == JsonValueKind.Object)]
                : [];
        string?[] codes = [Text(body, "code"), Text(body, "error"), .. details.Select(detail => Text(detail, "code"))];
        string[] sentences = [.. details.Select(Sentence).OfType<string>()];
        return new ErrorParts(
            sentences.Length > 0 ? sentences : [.. ReadSentences(body)],
            // Support asks for the header Correlation-Id, so the ID in the body is not read.
            null)
        {
            Codes = [.. codes.OfType<string>()],
        };
    }

    private static IEnumerable<string> ReadSentences(JsonElement body)
    {
        string?[] words = [Text(body, "error"), Text(body, "message") ?? Text(body, "error_description")];
        string text = string.Join(": ", words.OfType<string>());
        return text.Length == 0 ? [] : [SentenceText.AddPeriod(text)];
    }

    private static string? Sentence(JsonElement detail)
    {
        string words = Text(detail, "message") ?? Text(detail, "code") ?? "";
        string target = Text(detail, "target") is { } name ? $"{name}: " : "";
        string hint =
            detail.TryGetProperty("innerError", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object
                ? Hint(inner)
                : "";
        return target.Length + words.Length == 0 ? null : SentenceText.AddPeriod($"{target}{words}{hint}");
    }

    // Lists what would have been valid, if the service says so.
    private static string Hint(JsonElement inner)
    {
        (string Name, string Words)[] known =
        [
            ("allowedPattern", "allowed pattern"), ("allowedValues", "allowed values"), ("maximumValue", "maximum"),
            ("rangeMinimumValue", "minimum"), ("rangeMaximumValue", "maximum"), ("existingId", "existing id"),
            ("supportedAttributes", "supported attributes"), ("supportedOperators", "supported operators"),
        ];
        string[] parts =
        [
            .. known.Where(row => inner.TryGetProperty(row.Name, out _))
                .Select(row => $"{row.Words} {Value(inner.GetProperty(row.Name))}"),
        ];
        return parts.Length == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Value)),
        _ => value.GetRawText(),
    };

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
