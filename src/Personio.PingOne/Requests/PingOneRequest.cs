using System.Net;

namespace Personio.PingOne;

/// <summary>Requests to any path of the API, including those without an endpoint here.</summary>
public static class PingOneRequest
{
    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">A path that begins with /v1/, or one relative to the environment, such as /users.</param>
    /// <param name="session">The session, whose origin the path must not leave.</param>
    /// <exception cref="PersonioException">The path leads elsewhere (<c>InvalidRequest</c>).</exception>
    public static ApiRequest Create(HttpMethod method, string path, PingOneSession session)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(session);
        Uri origin = session.ApiBaseUri;
        if (!Uri.TryCreate(origin, path, out Uri? target)
            || Uri.Compare(
                target, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase) != 0
            || target.UserInfo.Length > 0)
        {
            throw PersonioException.Invalid($"'{path}' leads away from {origin.Authority}, and the token stays there.");
        }

        string requestedPath = target.AbsolutePath;
        string fullPath = requestedPath.StartsWith("/v1/", StringComparison.Ordinal)
            ? requestedPath
            : Endpoints.GetEnvironment.For(session.EnvironmentId).Path + requestedPath;
        return new ApiRequest(new Endpoint($"{method} {fullPath}", method, fullPath, 0, null, false), fullPath)
        {
            Query =
            [
                .. target.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => pair.Split('=', 2))
                    .Select(pair => KeyValuePair.Create(
                        WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? ""))),
            ],
        };
    }
}
