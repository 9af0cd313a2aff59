using System.Text;
using System.Text.Json;

namespace Personio.Client.Json;

/// <summary>What the server said went wrong, out of any of the shapes Personio and what stands before it use.</summary>
/// <param name="Words">Its words in one line; null where it said nothing, or answered with a web page.</param>
/// <param name="TraceId">The trace id; null where there is none.</param>
/// <param name="IsHtml">Whether a web page came instead, as from a proxy.</param>
internal sealed record ErrorBody(string? Words, string? TraceId, bool IsHtml)
{
    private const int MostWords = 1000;

    /// <summary>Whether the gateway speaks, which knows no such endpoint, and not the service behind it.</summary>
    public bool IsOfGateway => Words?.Contains("The endpoint with", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads a body of any shape; never throws.</summary>
    /// <param name="body">The body, or its beginning.</param>
    /// <param name="redact">Takes out what is secret, before the words are cut: half a secret is one, too.</param>
    public static ErrorBody Read(ReadOnlySpan<byte> body, Func<string, string>? redact = null)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 64 * 1024)]).Trim('\uFEFF', ' ', '\r', '\n');
        redact ??= words => words;
        if (text.StartsWith('<'))
        {
            return new ErrorBody(null, null, IsHtml: true);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(AnswerText.Of(Encoding.UTF8.GetBytes(text)));
            string words = string.Join(" ", Sentences(document.RootElement).Distinct());
            string? trace = Trace(document.RootElement) is { } id ? OneLine(redact(id)) : null;
            return new ErrorBody(OneLine(redact(words)), trace, IsHtml: false);
        }
        catch (JsonException)
        {
            return new ErrorBody(OneLine(redact(text)), null, IsHtml: false);
        }
    }

    /// <summary>Whether a successful status carries a failure, as API v1 does: <c>{"success": false}</c>.</summary>
    public static bool IsHiddenIn(ReadOnlyMemory<byte> body)
    {
        if (body.Span.IndexOf("\"success\""u8) < 0)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(AnswerText.Of(body).Span);
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
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("success", out JsonElement success)
                && success.ValueKind == JsonValueKind.False;
        }
    }

    private static IEnumerable<string> Sentences(JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.String => [Sentence(said.GetString()!)],
        JsonValueKind.Array => said.EnumerateArray().SelectMany(Sentences),
        JsonValueKind.Object => OfObject(said),
        _ => [],
    };

    // errors: problem+json, JSON:API and field style. error: token endpoint (text) and API v1 (object).
    private static IEnumerable<string> OfObject(JsonElement said)
    {
        if (said.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Array
            && errors.GetArrayLength() > 0)
        {
            string field = Member(said, "field") is { } name ? $"{name}: " : "";
            return Sentences(errors).Select(sentence => field + sentence);
        }

        if (said.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object)
        {
            return Sentences(error);
        }

        string?[] parts =
        [
            Member(said, "title") ?? Member(said, "error") ?? Member(said, "field"),
            Member(said, "detail") ?? Member(said, "details") ?? Member(said, "error_description")
                ?? Member(said, "message") ?? Member(said, "reason"),
            Member(said, "detailed_message"),
        ];
        string words = string.Join(": ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct());
        return words.Length > 0 ? [Sentence(words)] : [];
    }

    private static string? Trace(JsonElement said)
    {
        JsonElement first = said.ValueKind == JsonValueKind.Array && said.GetArrayLength() > 0 ? said[0] : said;
        return Member(first, "personio_trace_id") ?? Member(first, "trace_id");
    }

    private static string? Member(JsonElement said, string name) =>
        said.ValueKind == JsonValueKind.Object && said.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Sentence(string words) =>
        words.TrimEnd() is var text && text.Length > 0 && text[^1] is '.' or '!' or '?' ? text : $"{text}.";

    private static string? OneLine(string text)
    {
        string plain = new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        string line = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        line = line[..Math.Min(line.Length, MostWords)];
        return line.Length == 0 ? null : line;
    }
}
