using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Personio.Rest.Json;

/// <summary>
/// The server's description of an error, read from any format that a service or a gateway in front of it uses.
/// </summary>
/// <param name="Words">The message, in one line; null if there was none, or if the answer was a web page.</param>
/// <param name="TraceId">The trace ID; null if the body has none.</param>
/// <param name="IsHtml">Whether the answer was a web page, as from a proxy.</param>
internal sealed partial record ErrorBody(string? Words, string? TraceId, bool IsHtml)
{
    private const int MaxWordsLength = 1000;

    /// <summary>
    /// Whether the service itself answered and said more than that nothing was found: "There is no resource for the
    /// specified id." but not "Not Found.", a web page, or a message about an address.
    /// </summary>
    public bool SpeaksOfResource => IsJson && Words is { } words
        && !AddressWords().IsMatch(words)
        && new string([.. words.Where(char.IsLetter)]).ToUpperInvariant() is not ("NOTFOUND" or "ERRORNOTFOUND" or "");

    /// <summary>Whether the body was JSON.</summary>
    private bool IsJson { get; init; }

    /// <summary>The error codes for programs; empty if the service has none.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Reads a body in any format; never throws.</summary>
    /// <param name="body">The body, or its beginning.</param>
    /// <param name="parts">Extracts the parts of an error from the service's JSON.</param>
    /// <param name="redactor">Removes secrets before the text is cut.</param>
    public static ErrorBody Read(
        ReadOnlySpan<byte> body, Func<JsonElement, ErrorParts> parts, Redactor? redactor = null)
    {
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 64 * 1024)]).Trim('\uFEFF', ' ', '\r', '\n');
        redactor ??= new Redactor();
        if (text.StartsWith('<'))
        {
            return new ErrorBody(null, null, IsHtml: true);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(JsonSanitizer.Sanitize(Encoding.UTF8.GetBytes(text)));
            ErrorParts parsed = parts(document.RootElement);
            string words = string.Join(" ", parsed.Sentences.Distinct());
            string? trace = parsed.TraceId is { } id ? OneLine(id, redactor) : null;
            return new ErrorBody(OneLine(words, redactor), trace, IsHtml: false)
            {
                Codes = [.. parsed.Codes.Select(code => redactor.Clean(code, MaxWordsLength))],
                IsJson = true,
            };
        }
        catch (JsonException)
        {
            return new ErrorBody(OneLine(text, redactor), null, IsHtml: false);
        }
    }

    // Whole words only: "during" contains "uri".
    [GeneratedRegex(
        @"\b(endpoints?|routes?|ur[li]s?|paths?|pages?|no healthy|upstream)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressWords();

    private static string? OneLine(string text, Redactor redactor) =>
        redactor.Clean(text, MaxWordsLength) is { Length: > 0 } line ? line : null;
}
