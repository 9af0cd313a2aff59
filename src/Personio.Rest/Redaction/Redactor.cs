using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Personio.Rest;

/// <summary>
/// Every text from the network or the runtime passes through here before a person or a log sees it: secrets are removed
/// in whatever encoding they appear, then the rest is made safe to display and cut. Thread-safe.
/// </summary>
internal sealed partial class Redactor
{
    private const string Replacement = "***";

    // Escapes nested in escapes nested in escapes.
    private const int MaxLayers = 3;

    // Tokens are replaced over time, but expired ones may still be repeated.
    private const int MaxSecrets = 64;

    // No more of a longer text is shown, and searching it takes time.
    private const int MaxSearchedLength = 64 * 1024;

    private static readonly string[] s_proxies =
        ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

    private readonly object _lock = new();
    private SecretFingerprint[] _fingerprints = [];

    /// <summary>Creates a redactor that knows the system's proxy password.</summary>
    public Redactor()
    {
        foreach (string name in s_proxies)
        {
            if (Environment.GetEnvironmentVariable(name) is { } proxy && proxy.LastIndexOf('@') is > 0 and int end)
            {
                int start = proxy.IndexOf("://", StringComparison.Ordinal) is >= 0 and int at ? at + 3 : 0;
                string user = proxy[start..end];
                Learn(WebUtility.UrlDecode(user[(user.IndexOf(':', StringComparison.Ordinal) + 1)..]));
            }
        }
    }

    /// <summary>Learns a secret without keeping a copy.</summary>
    public void Learn(ReadOnlySpan<char> secret)
    {
        if (secret.IsWhiteSpace())
        {
            return;
        }

        var print = new SecretFingerprint(secret);
        lock (_lock)
        {
            // The first secret is the session's own, so it is kept.
            _fingerprints = _fingerprints.Length < MaxSecrets
                ? [.. _fingerprints, print]
                : [_fingerprints[0], .. _fingerprints[2..], print];
        }
    }

    /// <summary>
    /// The text without secrets and terminal control characters, on one line, cut to the maximum length.
    /// </summary>
    /// <param name="text">The text as received.</param>
    /// <param name="maxLength">The maximum number of characters.</param>
    public string Clean(string text, int maxLength) =>
        DisplayText.Format(
            WithoutSecrets(text.Length > MaxSearchedLength ? text[..MaxSearchedLength] : text), maxLength);

    /// <summary>The text without the user info before the @ of an address.</summary>
    public static string WithoutUserInfo(string text) => UserInfo().Replace(text, $"{Replacement}@");

    private string WithoutSecrets(string text)
    {
        var found = new List<(int From, int To)>();
        var texts = new List<DecodedText> { DecodedText.Visible(text) };
        for (int layer = 0; layer <= MaxLayers && texts.Count > 0; layer++)
        {
            texts.ForEach(one => Find(one, found));
            texts = [.. texts.SelectMany(one => new[] { one.Decoded(isForm: false), one.Decoded(isForm: true) })
                .OfType<DecodedText>().DistinctBy(one => one.Text)];
        }

        return WithoutUserInfo(Without(text, found));
    }

    private void Find(DecodedText text, List<(int From, int To)> found)
    {
        SecretFingerprint[] prints = _fingerprints;
        foreach (SecretFingerprint print in prints)
        {
            print.Find(text.Text, (at, length) => found.Add(text.OriginOf(at, length)));
        }

        foreach ((int at, int length, string unpacked) in EncodedText.Find(text.Text))
        {
            bool isSecret = false;
            foreach (SecretFingerprint print in prints)
            {
                print.Find(unpacked, (_, _) => isSecret = true);
            }

            if (isSecret)
            {
                found.Add(text.OriginOf(at, length));
            }
        }
    }

    private static string Without(string text, List<(int From, int To)> found)
    {
        if (found.Count == 0)
        {
            return text;
        }

        var rest = new StringBuilder(text.Length);
        int done = 0;
        int end = -1;
        foreach ((int from, int to) in found.OrderBy(piece => piece.From))
        {
            // Adjacent pieces are one secret.
            if (from > end)
            {
                rest.Append(text, done, from - done).Append(Replacement);
            }

            end = Math.Max(end, to);
            done = end;
        }

        return rest.Append(text, done, text.Length - done).ToString();
    }

    [GeneratedRegex(@"(?<=//)[^/\s""'<>]*@")]
    private static partial Regex UserInfo();
}
