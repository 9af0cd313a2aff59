using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Personio.Rest.Json;

/// <summary>What the server said went wrong, out of any shape that a service and what stands before it use.</summary>
/// <param name="Words">Its words in one line; null where it said nothing, or answered with a web page.</param>
/// <param name="TraceId">The trace id; null where there is none.</param>
/// <param name="IsHtml">Whether a web page came instead, as from a proxy.</param>
internal sealed partial record ErrorBody(string? Words, string? TraceId, bool IsHtml)
{
    private const int MostWords = 1000;

    /// <summary>
    /// Whether it is the service that speaks, and says more than that nothing was found: "There is no resource for the
    /// specified id." and not "Not Found.", a web page, or words about an address.
    /// </summary>
    public bool SpeaksOfResource => IsJson && Words is { } words
        && !OfAddress().IsMatch(words)
        && new string([.. words.Where(char.IsLetter)]).ToUpperInvariant() is not ("NOTFOUND" or "ERRORNOTFOUND" or "");

    /// <summary>Whether it came as JSON.</summary>
    private bool IsJson { get; init; }

    /// <summary>Its words for a program; none where the service has no such.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Reads a body of any shape; never throws.</summary>
    /// <param name="body">The body, or its beginning.</param>
    /// <param name="parts">Takes the words out of the shapes of a service.</param>
    /// <param name="redactor">Takes out what is secret, before the words are cut.</param>
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
            ErrorParts said = parts(document.RootElement);
            string words = string.Join(" ", said.Sentences.Distinct());
            string? trace = said.TraceId is { } id ? OneLine(id, redactor) : null;
            return new ErrorBody(OneLine(words, redactor), trace, IsHtml: false)
            {
                Codes = [.. said.Codes.Select(code => redactor.Clean(code, MostWords))],
                IsJson = true,
            };
        }
        catch (JsonException)
        {
            return new ErrorBody(OneLine(text, redactor), null, IsHtml: false);
        }
    }

    // Whole words: "during" is not a uri.
    [GeneratedRegex(
        @"\b(endpoints?|routes?|ur[li]s?|paths?|pages?|no healthy|upstream)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfAddress();

    private static string? OneLine(string text, Redactor redactor) =>
        redactor.Clean(text, MostWords) is { Length: > 0 } line ? line : null;
}
