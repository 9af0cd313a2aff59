using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Attendance as v1 has it: finished work of one day, with hours and minutes. Read only.</summary>
internal static class OldAttendances
{
    private const int FirstId = 900_001;

    public static Route[] Routes { get; } =
        [Route.Get("/v1/company/attendances", Scopes.AttendancesRead, List)];

    private static HttpResponse List(ApiCall call)
    {
        OldPage page = OldPage.Read(
            call, 200, 200, "start_date", "end_date", "updated_from", "updated_to", "includePending", "employees[]");
        (DateOnly start, DateOnly end) = (page.RequiredDay("start_date"), page.RequiredDay("end_date"));
        (DateOnly? from, DateOnly? to) = (page.Day("updated_from"), page.Day("updated_to"));
        HashSet<string>? employees = page.Set("employees[]");
        bool withPending = page.Text("includePending") != "false";

        // A night shift has no form here: v1 takes no period that spans days.
        (AttendancePeriodRow Row, int Number)[] rows =
        [
            .. call.Tenant.AttendancePeriods.Rows.Select((row, index) => (Row: row, Number: FirstId + index))
                .Where(one => !one.Row.IsRemoved && one.Row is { Type: "WORK", End: { } until }
                    && until.Date == one.Row.Start.Date)
                .Where(one => one.Row.AttributionDate >= start && one.Row.AttributionDate <= end
                    && (employees?.Contains(one.Row.PersonId) ?? true)
                    && (withPending || one.Row.Status == "CONFIRMED")
                    && (from is null || Changed(one.Row) >= from) && (to is null || Changed(one.Row) <= to)),
        ];
        return page.Respond(rows, (json, one) => Write(json, call.Tenant, one.Row, one.Number));
    }

    private static DateOnly Changed(AttendancePeriodRow row) => DateOnly.FromDateTime(row.UpdatedAt);

    private static void Write(Utf8JsonWriter json, SandboxTenant tenant, AttendancePeriodRow row, int number)
    {
        json.WriteStartObject();
        json.WriteNumber("id", number);
        json.WriteString("type", "AttendancePeriod");
        json.WriteStartObject("attributes");
        json.WriteNumber("employee", long.Parse(row.PersonId, CultureInfo.InvariantCulture));
        json.OptionalDay("date", row.AttributionDate);
        json.WriteString("start_time", Time(row.Start));
        json.WriteString("end_time", Time(row.End!.Value));
        json.WriteNumber("break", 0);
        json.WriteString("comment", row.Comment);
        json.WriteString("updated_at", JsonText.Wall(row.UpdatedAt));
        json.WriteString("status", row.Status.ToLowerInvariant());
        json.WriteBoolean("is_holiday", false);
        json.WriteBoolean("is_on_time_off", false);
        WriteProject(json, row.ProjectId is { } id ? tenant.Projects.Find(id) : null);
        json.WriteString("id_v2", row.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProject(Utf8JsonWriter json, ProjectRow? project)
    {
        if (project is null)
        {
            json.WriteNull("project");
            return;
        }

        json.WriteStartObject("project");
        json.WriteString("id", project.Id);
        json.WriteString("type", "Project");
        json.WriteStartObject("attributes");
        json.WriteString("name", project.Name);
        json.WriteBoolean("active", project.Status == "ACTIVE");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Time(DateTime moment) => moment.ToString("HH:mm", CultureInfo.InvariantCulture);
}
