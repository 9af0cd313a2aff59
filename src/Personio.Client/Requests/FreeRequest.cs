using System.Net;

namespace Personio.Client;

/// <summary>
/// Creates requests to any path of the API, including paths that <see cref="Endpoints"/> does not list.
/// </summary>
public static class FreeRequest
{
    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">
    /// An escaped path that begins with /v1/ or /v2/, optionally with a query; or an absolute URL.
    /// </param>
    /// <param name="origin">The only origin that an absolute URL may have.</param>
    /// <exception cref="PersonioException">The origin or the path is not allowed (<c>InvalidRequest</c>).</exception>
    public static ApiRequest Create(HttpMethod method, string path, Uri origin)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Uri.TryCreate(new Uri(origin, "/"), path, out Uri? target)
            || Uri.Compare(
                target, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase) != 0
            || target.UserInfo.Length > 0)
        {
            throw PersonioException.Invalid($"'{path}' leads away from {origin.Authority}, and the token stays there.");
        }

        string real = target.AbsolutePath;
        if (!real.StartsWith("/v1/", StringComparison.Ordinal) && !real.StartsWith("/v2/", StringComparison.Ordinal))
        {
            throw PersonioException.Invalid($"'{path}' is not an API path. Paths start with /v1/ or /v2/.");
        }

        Endpoint endpoint = Endpoints.Find(method, real)
            ?? new Endpoint($"{method} {real}", method, real, 0, null, false);
        return new ApiRequest(endpoint, real) { Query = [.. QueryOf(target)] };
    }

    private static IEnumerable<KeyValuePair<string, string>> QueryOf(Uri target) => target.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => KeyValuePair.Create(
            WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? "")));
}
