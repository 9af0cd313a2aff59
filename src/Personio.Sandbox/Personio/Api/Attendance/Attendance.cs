using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Attendance periods.</summary>
internal static class Attendance
{
    private static readonly ListRules s_periods = new(
        100, 100, "id", "person.id", "project.id", "start.date_time.gte", "start.date_time.lte", "end.date_time.gte",
        "end.date_time.lte", "attribution_date.gte", "attribution_date.lte", "updated_at.gte", "updated_at.lte",
        "status", "sort")
    {
        InvalidValue = Problem.InvalidContent,
        InvalidLimit = Problem.InvalidContent,
        MayBeRelative = true,
    };

    private static readonly Dictionary<string, Comparison<AttendancePeriodRow>> s_orders = new(StringComparer.Ordinal)
    {
        ["id"] = (a, b) => string.CompareOrdinal(a.Id, b.Id),
        ["person.id"] = (a, b) => CompareNumbers(a.PersonId, b.PersonId),
        ["start.date_time"] = (a, b) => a.Start.CompareTo(b.Start),
        ["end.date_time"] = (a, b) => (a.End ?? DateTime.MaxValue).CompareTo(b.End ?? DateTime.MaxValue),
        ["attribution_date"] = (a, b) => a.AttributionDate.CompareTo(b.AttributionDate),
        ["updated_at"] = (a, b) => a.UpdatedAt.CompareTo(b.UpdatedAt),
    };

    public static Route[] Routes { get; } =
    [
        Route.Get("/v2/attendance-periods", Scopes.AttendancesRead, List),
        Route.Get("/v2/attendance-periods/{id}", Scopes.AttendancesRead, Get),
        Route.Post("/v2/attendance-periods", Scopes.AttendancesWrite, AttendanceWrites.Create),
        Route.Patch("/v2/attendance-periods/{id}", Scopes.AttendancesWrite, AttendanceWrites.Change),
        Route.Delete("/v2/attendance-periods/{id}", Scopes.AttendancesWrite, AttendanceWrites.Remove),
    ];

    private static HttpResponse List(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_periods);
        HashSet<string>? ids = request.Set("id");
        HashSet<string>? persons = request.Set("person.id");
        var tests = new List<Func<AttendancePeriodRow, bool>>();
        Filter.In(tests, ids, row => row.Id);
        Filter.In(tests, persons, row => row.PersonId);
        Filter.In(tests, request.Set("project.id"), row => row.ProjectId);
        Filter.Equal(tests, request.OneOf("status", "PENDING", "CONFIRMED", "REJECTED"), row => row.Status);
        WithinWall(tests, request, "start.date_time", row => row.Start);
        WithinWall(tests, request, "end.date_time", row => row.End);
        WithinWall(tests, request, "updated_at", row => row.UpdatedAt);
        Filter.Within(
            tests, request.Day("attribution_date.gte"), request.Day("attribution_date.lte"),
            row => row.AttributionDate);
        return Page.Create(request, Ordered(request, call.Tenant.Attendance.Periods, ids, persons), tests);
    }

    private static HttpResponse Get(ApiCall call)
    {
        call.QueryOf();
        return call.Row(call.Find(call.Tenant.Attendance.Periods));
    }

    private static void WithinWall(
        List<Func<AttendancePeriodRow, bool>> tests, ListRequest request, string field,
        Func<AttendancePeriodRow, DateTime?> value) =>
        Filter.Within(tests, request.Wall($"{field}.gte"), request.Wall($"{field}.lte"), value);

    private static IReadOnlyList<AttendancePeriodRow> Ordered(
        ListRequest request, Table<AttendancePeriodRow> table, HashSet<string>? ids, HashSet<string>? persons)
    {
        if (request.Text("sort") is not { } sort)
        {
            return table.Candidates(ids, persons);
        }

        Comparison<AttendancePeriodRow> order = Order(request, sort);
        return ids is null && persons is null
            ? table.Sorted(sort, order)
            : [.. table.Candidates(ids, persons).Order(Comparer<AttendancePeriodRow>.Create(order))];
    }

    private static Comparison<AttendancePeriodRow> Order(ListRequest request, string sort)
    {
        List<Comparison<AttendancePeriodRow>> keys = [];
        foreach (string part in sort.Split(','))
        {
            if (!s_orders.TryGetValue(part.TrimStart('-'), out Comparison<AttendancePeriodRow>? order))
            {
                throw request.Invalid();
            }

            keys.Add(part.StartsWith('-') ? (a, b) => order(b, a) : order);
        }

        return (a, b) => keys.Select(key => key(a, b)).FirstOrDefault(result => result != 0);
    }

    /// <summary>Compares decimal numbers represented as text.</summary>
    private static int CompareNumbers(string a, string b) =>
        a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
}
