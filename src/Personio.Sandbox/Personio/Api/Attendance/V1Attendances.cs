using System.Globalization;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Attendance in v1: finished work within one day, with hours and minutes. Read-only.</summary>
internal static class V1Attendances
{
    private const int FirstId = 900_001;

    public static Route[] Routes { get; } =
        [Route.Get("/v1/company/attendances", Scopes.AttendancesRead, List)];

    private static HttpResponse List(ApiCall call)
    {
        V1Page page = V1Page.Read(
            call, 200, 200, "start_date", "end_date", "updated_from", "updated_to", "includePending", "employees[]");
        (DateOnly start, DateOnly end) = (page.RequiredDay("start_date"), page.RequiredDay("end_date"));
        (DateOnly? from, DateOnly? to) = (page.Day("updated_from"), page.Day("updated_to"));
        HashSet<string>? employees = page.Set("employees[]");
        bool withPending = page.Text("includePending") != "false";

        // Night shifts cannot be represented: in v1 a period does not span days.
        (AttendancePeriodRow Row, int Number)[] rows =
        [
            .. call.Tenant.Attendance.Periods.Rows.Select((row, index) => (Row: row, Number: FirstId + index))
                .Where(one => !one.Row.IsRemoved && one.Row is { Type: "WORK", End: { } until }
                    && until.Date == one.Row.Start.Date)
                .Where(one => one.Row.AttributionDate >= start && one.Row.AttributionDate <= end
                    && (employees?.Contains(one.Row.PersonId) ?? true)
                    && (withPending || one.Row.Status == "CONFIRMED")
                    && (from is null || Changed(one.Row) >= from) && (to is null || Changed(one.Row) <= to)),
        ];
        return page.Respond(rows, one => Show(call.Tenant, one.Row, one.Number));
    }

    private static DateOnly Changed(AttendancePeriodRow row) => DateOnly.FromDateTime(row.UpdatedAt);

    private static V1Resource Show(SandboxTenant tenant, AttendancePeriodRow row, int number)
    {
        var attributes = new V1Attendance
        {
            Employee = long.Parse(row.PersonId, CultureInfo.InvariantCulture),
            Date = row.AttributionDate,
            StartTime = Time(row.Start),
            EndTime = Time(row.End!.Value),
            Comment = row.Comment,
            UpdatedAt = row.UpdatedAt,
            Status = row.Status.ToLowerInvariant(),
            Project = row.ProjectId is { } id && tenant.Projects.Find(id) is { } project ? Show(project) : null,
            IdV2 = row.Id,
        };
        return new V1Resource("AttendancePeriod", attributes) { Id = number };
    }

    private static V1Resource Show(ProjectRow project) =>
        new("Project", new V1Project(project.Name, project.Status == "ACTIVE")) { Id = project.Id };

    private static string Time(DateTime moment) => moment.ToString("HH:mm", CultureInfo.InvariantCulture);
}
