using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;
using Personio.Completers;

namespace Personio;

/// <summary>Personio's rules for webhooks, checked before anything is sent.</summary>
internal static class WebhookRules
{
    private const int MaxHeaders = 3;

    // A header name may neither equal nor start with one of these.
    private static readonly string[] s_forbiddenHeaders =
    [
        "host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect",
        "content-type",
    ];

    /// <summary>Validates the URL.</summary>
    /// <exception cref="PersonioException">
    /// The URL is not https or contains user info (<c>InvalidRequest</c>).
    /// </exception>
    public static string CheckUrl(Uri url) => url is { IsAbsoluteUri: true, Scheme: "https", UserInfo.Length: 0 }
        ? url.AbsoluteUri
        : throw PersonioException.Invalid(
            $"'{(url.IsAbsoluteUri ? $"{url.Scheme}://{url.Host}" : url)}' cannot be a webhook: "
            + "Personio calls https addresses without user info only.");

    /// <summary>Validates the names of events.</summary>
    /// <exception cref="PersonioException">
    /// An event is unknown and not forced, or none is specified (<c>InvalidRequest</c>).
    /// </exception>
    public static string[] CheckEvents(IEnumerable<string> events, bool force)
    {
        string[] names = [.. events.Select(name => name.Trim().ToLowerInvariant()).Distinct()];
        string? unknown = force ? null : names.FirstOrDefault(name => !WebhookEvents.Names.Contains(name));
        return unknown is null && names.Length > 0
            ? names
            : throw PersonioException.Invalid(
                $"Unknown webhook event '{unknown}'. Known events: {string.Join(", ", WebhookEvents.Names)}. "
                + "With -Force it is sent all the same.");
    }

    /// <summary>Validates custom headers, whose values may be secure strings.</summary>
    /// <exception cref="PersonioException">
    /// There are too many headers, or one is not allowed (<c>InvalidRequest</c>).
    /// </exception>
    public static Dictionary<string, string> CheckHeaders(IDictionary headers)
    {
        if (headers.Count > MaxHeaders)
        {
            throw PersonioException.Invalid($"Personio takes {MaxHeaders} custom headers, not {headers.Count}.");
        }

        return headers.Cast<DictionaryEntry>().ToDictionary(
            header => CheckHeaderName(header.Key.ToString() ?? ""), header => CheckSecret(header.Value));
    }

    /// <summary>The text of a value that may be a secret.</summary>
    public static string CheckSecret(object? value)
    {
        object? plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        string text = plain is SecureString secret
            ? new NetworkCredential("", secret).Password
            : plain?.ToString() ?? "";
        return text.Any(char.IsControl)
            ? throw PersonioException.Invalid(
                "A token or a header cannot hold line breaks or other control characters.")
            : text;
    }

    private static string CheckHeaderName(string name) =>
        name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? throw PersonioException.Invalid($"'{name}' cannot be the name of a header.")
            : s_forbiddenHeaders.FirstOrDefault(
                start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } start
                ? throw PersonioException.Invalid(
                    $"Personio does not take headers that begin with '{start}', such as '{name}'.")
                : name;
}
