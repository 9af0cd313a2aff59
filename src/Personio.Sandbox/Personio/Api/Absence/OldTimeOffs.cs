using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Absence types and absences of whole days as v1 has them. Read only.</summary>
internal static class OldTimeOffs
{
    private const int FirstId = 50_001;

    public static Route[] Routes { get; } =
    [
        Route.Get("/v1/company/time-off-types", Scopes.AbsencesRead, ListTypes),
        Route.Get("/v1/company/time-offs", Scopes.AbsencesRead, List),
        Route.Get("/v1/company/time-offs/{id}", Scopes.AbsencesRead, Get),
    ];

    private static HttpResponse ListTypes(ApiCall call) => OldPage.Read(call, 200, 200)
        .Respond([.. call.Tenant.AbsenceTypes.Live], WriteType);

    private static HttpResponse List(ApiCall call)
    {
        OldPage page = OldPage.Read(
            call, 200, 200, "start_date", "end_date", "updated_from", "updated_to", "employees[]");
        (DateOnly? start, DateOnly? end) = (page.Day("start_date"), page.Day("end_date"));
        (DateOnly? from, DateOnly? to) = (page.Day("updated_from"), page.Day("updated_to"));
        HashSet<string>? employees = page.Set("employees[]");

        // What only overlaps the span does not come.
        (AbsencePeriodRow Row, int Number)[] rows =
        [
            .. Numbered(call.Tenant).Where(one =>
                (employees?.Contains(one.Row.PersonId) ?? true)
                && (start is null || FirstDay(one.Row) >= start) && (end is null || LastDay(one.Row) <= end)
                && (from is null || Changed(one.Row) >= from) && (to is null || Changed(one.Row) <= to)),
        ];
        return page.Respond(rows, (json, one) => Write(json, call.Tenant, one.Row, one.Number), countsPages: true);
    }

    private static HttpResponse Get(ApiCall call)
    {
        call.QueryOf();
        (AbsencePeriodRow? row, int number) = Numbered(call.Tenant)
            .FirstOrDefault(one => one.Number.ToString(CultureInfo.InvariantCulture) == call["id"]);
        return row is null ? throw Problem.NotFound() : OldPage.One(json => Write(json, call.Tenant, row, number));
    }

    // Absences of hours are another endpoint's, and so are those without an end.
    private static IEnumerable<(AbsencePeriodRow Row, int Number)> Numbered(SandboxTenant tenant) =>
        tenant.AbsencePeriods.Rows.Select((row, index) => (Row: row, Number: FirstId + index))
            .Where(one => !one.Row.IsRemoved && !one.Row.Type.IsHourly && one.Row.End is not null);

    private static DateOnly FirstDay(AbsencePeriodRow row) => DateOnly.FromDateTime(row.From);

    private static DateOnly LastDay(AbsencePeriodRow row) => DateOnly.FromDateTime(row.Until.AddTicks(-1));

    private static DateOnly Changed(AbsencePeriodRow row) => DateOnly.FromDateTime(row.UpdatedAt.UtcDateTime);

    private static void WriteType(Utf8JsonWriter json, AbsenceTypeRow type)
    {
        json.WriteStartObject();
        json.WriteString("type", "TimeOffType");
        json.WriteStartObject("attributes");
        json.WriteNumber("id", type.Number);
        json.WriteString("name", type.Name);
        json.WriteString("category", type.Category?.ToLowerInvariant());
        json.WriteString("unit", type.IsHourly ? "hour" : "day");
        json.WriteBoolean("approval_required", type.NeedsApproval);
        json.WriteString("id_v2", type.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SandboxTenant tenant, AbsencePeriodRow row, int number)
    {
        bool startsAtNoon = row.From.TimeOfDay > TimeSpan.Zero;
        bool endsAtNoon = row.Until.TimeOfDay > TimeSpan.Zero;
        int days = LastDay(row).DayNumber - FirstDay(row).DayNumber + 1;
        json.WriteStartObject();
        json.WriteString("type", "TimeOffPeriod");
        json.WriteStartObject("attributes");
        json.WriteNumber("id", number);
        json.WriteString("status", row.Status.ToLowerInvariant());
        json.WriteString("comment", row.Comment);
        json.WriteString("start_date", Midnight(FirstDay(row)));
        json.WriteString("end_date", Midnight(LastDay(row)));
        json.WriteNumber("days_count", days - (startsAtNoon ? 0.5m : 0) - (endsAtNoon ? 0.5m : 0));
        json.WriteBoolean("half_day_start", startsAtNoon);
        json.WriteBoolean("half_day_end", endsAtNoon);
        json.WritePropertyName("time_off_type");
        WriteType(json, row.Type);
        json.WritePropertyName("employee");
        WriteEmployee(json, tenant, row.PersonId);
        json.WriteString("created_at", JsonText.Instant(row.CreatedAt));
        json.WriteString("updated_at", JsonText.Instant(row.UpdatedAt));
        json.WriteString("id_v2", row.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEmployee(Utf8JsonWriter json, SandboxTenant tenant, string personId)
    {
        if (tenant.Persons.Find(personId) is { } person)
        {
            OldEmployees.WriteShort(json, person);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static string Midnight(DateOnly day) =>
        day.ToString("yyyy-MM-dd'T00:00:00+0100'", CultureInfo.InvariantCulture);
}
