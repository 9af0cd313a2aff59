using System.Text.Json;

namespace Personio.Client.Json;

/// <summary>The formats in which Personio, and the gateway in front of it, report errors.</summary>
internal static class ErrorShapes
{
    // An object with errors that also has one of these is data, such as an import with failed rows.
    private static readonly string[] s_data = ["_data", "data", "id"];

    /// <summary>Extracts the message and trace id from a body in any of the formats.</summary>
    public static ErrorParts Read(JsonElement body) => new(Sentences(body), Trace(body));

    /// <summary>
    /// Whether a response with a success status reports an error: <c>{"success": false}</c>, as API v1 does, or
    /// <c>{"errors": […]}</c> instead of data.
    /// </summary>
    public static bool HidesFailure(ReadOnlyMemory<byte> body)
    {
        if (body.Span.IndexOf("\"success\""u8) < 0 && body.Span.IndexOf("\"errors\""u8) < 0)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(JsonSanitizer.Sanitize(body).Span);
            return JsonDocument.TryParseValue(ref reader, out JsonDocument? document)
                && IsFailure(document);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsFailure(JsonDocument document)
    {
        using (document)
        {
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && (IsUnsuccessful(root) || (HasErrors(root) && !s_data.Any(name => root.TryGetProperty(name, out _))));
        }
    }

    private static bool IsUnsuccessful(JsonElement root) =>
        root.TryGetProperty("success", out JsonElement success) && success.ValueKind == JsonValueKind.False;

    private static bool HasErrors(JsonElement root) =>
        root.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array
        && errors.GetArrayLength() > 0;

    private static IEnumerable<string> Sentences(JsonElement body) => body.ValueKind switch
    {
        JsonValueKind.String => [SentenceText.AddPeriod(body.GetString()!)],
        JsonValueKind.Array => body.EnumerateArray().SelectMany(Sentences),
        JsonValueKind.Object => ReadObject(body),
        _ => [],
    };

    // errors: problem+json, JSON:API and field style. error: token endpoint (text) and API v1 (object).
    private static IEnumerable<string> ReadObject(JsonElement body)
    {
        if (body.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array
            && errors.GetArrayLength() > 0)
        {
            string field = Member(body, "field") is { } name ? $"{name}: " : "";
            return Sentences(errors).Select(sentence => field + sentence);
        }

        if (body.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object)
        {
            return Sentences(error);
        }

        string?[] parts =
        [
            Member(body, "title") ?? Member(body, "error") ?? Member(body, "field"),
            Member(body, "detail") ?? Member(body, "details") ?? Member(body, "error_description")
                ?? Member(body, "message") ?? Member(body, "reason"),
            Member(body, "detailed_message"),
        ];
        string words = string.Join(": ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct());
        return words.Length > 0 ? [SentenceText.AddPeriod(words)] : [];
    }

    private static string? Trace(JsonElement body)
    {
        JsonElement first = body.ValueKind == JsonValueKind.Array && body.GetArrayLength() > 0 ? body[0] : body;
        return Member(first, "personio_trace_id") ?? Member(first, "trace_id");
    }

    private static string? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
