using Personio.Sandbox.Http;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>All endpoints of the API host.</summary>
internal static class PingOneRoutes
{
    public static IReadOnlyList<PingOneRoute> All { get; } =
    [
        .. Environments.Routes,
        .. UserReads.Routes,
        .. UserWrites.Routes,
        .. Populations.Routes,
        .. Groups.Routes,
        .. Memberships.Routes,
        .. Schemas.Routes,
    ];

    /// <summary>Returns the endpoint of a request.</summary>
    /// <exception cref="PingOneProblem">The path does not exist (404) or does not support the method (405).</exception>
    public static PingOneRoute Find(HttpRequest request)
    {
        PingOneRoute[] routes = [.. All.Where(route => route.HasPath(request.Segments))];
        return routes.Length == 0
            ? throw PingOneProblem.NotFound()
            : routes.FirstOrDefault(route => route.Method == request.Method)
                ?? throw PingOneProblem.NotAllowed(string.Join(", ", routes.Select(route => route.Method)));
    }
}
