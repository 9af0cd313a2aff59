using Personio.Sandbox.Http;

namespace Personio.Sandbox.Api;

/// <summary>All endpoints. A new area is added here; a new endpoint is added to its area.</summary>
internal static class RouteTable
{
    private static readonly Route[] s_all =
    [
        .. Session.Routes,
        .. People.Routes,
        .. Absence.Routes,
        .. Attendance.Routes,
        .. Projects.Routes,
        .. Organization.Routes,
        .. Jobs.Routes,
        .. Compensations.Routes,
        .. Documents.Routes,
        .. Recruiting.Routes,
        .. JobFeed.Routes,
        .. Reports.Routes,
        .. V1Employees.Routes,
        .. V1TimeOffs.Routes,
        .. V1Attendances.Routes,
        .. Webhooks.Routes,
    ];

    // Literal segments take precedence over placeholders: /v2/reports/attributes is not the report "attributes".
    private static readonly Dictionary<int, Route[]> s_byLength = s_all
        .GroupBy(route => route.Segments.Length)
        .ToDictionary(
            group => group.Key,
            group => group.OrderBy(route => route.Segments.Count(segment => segment[0] == '{')).ToArray());

    public static IReadOnlyList<Route> All => s_all;

    public static Route? Find(HttpRequest request)
    {
        string[] segments = request.Segments;
        foreach (Route route in s_byLength.GetValueOrDefault(segments.Length, []))
        {
            if (route.Matches(request.Method, segments))
            {
                return route;
            }
        }

        return null;
    }
}
