using System.Net;

namespace Personio.Rest;

/// <summary>Creates the request for the next page from a link that the server sent.</summary>
internal static class PageLink
{
    private const int MaxLinkLength = 8_000;

    /// <summary>
    /// The same endpoint and path with the query of the link, so that no link can lead to another endpoint: some
    /// services send links with a wrong path. A text that is not a link is used as the cursor itself.
    /// </summary>
    /// <param name="first">The request of the first page.</param>
    /// <param name="link">An absolute link, a relative one, a query or a cursor.</param>
    /// <param name="origin">The only origin a link may lead to.</param>
    /// <exception cref="PersonioException">The link leads elsewhere or has no query
    /// (<c>UnexpectedResponse</c>).</exception>
    public static ApiRequest Follow(ApiRequest first, string link, Uri origin)
    {
        if (link.Length > MaxLinkLength)
        {
            throw ResponseErrors.Unexpected(
                first, HttpStatusCode.OK, null, $"its link to the next page has more than {MaxLinkLength} characters");
        }

        if (!link.Contains('?', StringComparison.Ordinal) && !link.Contains('/', StringComparison.Ordinal))
        {
            return first with { RawQuery = "cursor=" + Uri.EscapeDataString(link) };
        }

        // Some parsers treat a backslash as a slash and some do not, so such a link is rejected.
        if (link.Contains('\\', StringComparison.Ordinal)
            || !Uri.TryCreate(new Uri(origin, first.Path), link, out Uri? target)
            || Uri.Compare(
                target, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase) != 0
            || target.UserInfo.Length > 0)
        {
            throw ResponseErrors.Unexpected(
                first,
                HttpStatusCode.OK,
                null,
                "its link to the next page leads to another host, so it is not followed");
        }

        string query = target.Query.TrimStart('?');
        return query.Length == 0
            ? throw ResponseErrors.Unexpected(first, HttpStatusCode.OK, null, "its link to the next page has no query")
            : first with { RawQuery = first.Endpoint.SendsCursorAlone ? CursorOf(query) : query };
    }

    // Some endpoints reject requests with any parameter besides the cursor.
    private static string CursorOf(string query) =>
        query.Split('&').FirstOrDefault(pair => pair.StartsWith("cursor=", StringComparison.Ordinal)) ?? query;
}
