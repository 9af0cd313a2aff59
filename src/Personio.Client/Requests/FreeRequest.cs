using System.Net;

namespace Personio.Client;

/// <summary>Requests to any path of the API, also one that the map does not have.</summary>
public static class FreeRequest
{
    /// <summary>Starts a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">
    /// A path that begins with /v1/ or /v2/, escaped, perhaps with a query; or a whole address.
    /// </param>
    /// <param name="origin">The only origin an address may lead to.</param>
    /// <exception cref="PersonioException">It leads elsewhere (<c>InvalidRequest</c>).</exception>
    public static ApiRequest To(HttpMethod method, string path, Uri origin)
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
