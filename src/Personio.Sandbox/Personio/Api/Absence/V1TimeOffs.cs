using System.Globalization;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Absence types and absences of whole days in v1. Read-only.</summary>
internal static class V1TimeOffs
{
    private const int FirstId = 50_001;

    public static Route[] Routes { get; } =
    [
        Route.Get("/v1/company/time-off-types", Scopes.AbsencesRead, ListTypes),
        Route.Get("/v1/company/time-offs", Scopes.AbsencesRead, List),
        Route.Get("/v1/company/time-offs/{id}", Scopes.AbsencesRead, Get),
    ];

    private static HttpResponse ListTypes(ApiCall call) => V1Page.Read(call, 200, 200)
        .Respond([.. call.Tenant.Absences.Types.Live], Show);

    private static HttpResponse List(ApiCall call)
    {
        V1Page page = V1Page.Read(
            call, 200, 200, "start_date", "end_date", "updated_from", "updated_to", "employees[]");
        (DateOnly? start, DateOnly? end) = (page.Day("start_date"), page.Day("end_date"));
        (DateOnly? from, DateOnly? to) = (page.Day("updated_from"), page.Day("updated_to"));
        HashSet<string>? employees = page.Set("employees[]");

        // An absence that only overlaps the range is not returned.
        (AbsencePeriodRow Row, int Number)[] rows =
        [
            .. Numbered(call.Tenant).Where(one =>
                (employees?.Contains(one.Row.PersonId) ?? true)
                && (start is null || FirstDay(one.Row) >= start) && (end is null || LastDay(one.Row) <= end)
                && (from is null || Changed(one.Row) >= from) && (to is null || Changed(one.Row) <= to)),
        ];
        return page.Respond(rows, one => Show(call.Tenant, one.Row, one.Number), countsPages: true);
    }

    private static HttpResponse Get(ApiCall call)
    {
        call.QueryOf();
        (AbsencePeriodRow? row, int number) = Numbered(call.Tenant)
            .FirstOrDefault(one => one.Number.ToString(CultureInfo.InvariantCulture) == call["id"]);
        return row is null
            ? throw Problem.NotFound()
            : PersonioJson.Response(new V1Response(true, Show(call.Tenant, row, number)));
    }

    // Hourly absences belong to another endpoint, and so do absences without an end.
    private static IEnumerable<(AbsencePeriodRow Row, int Number)> Numbered(SandboxTenant tenant) =>
        tenant.Absences.Periods.Rows.Select((row, index) => (Row: row, Number: FirstId + index))
            .Where(one => !one.Row.IsRemoved && !one.Row.Type.IsHourly && one.Row.End is not null);

    private static DateOnly FirstDay(AbsencePeriodRow row) => DateOnly.FromDateTime(row.From);

    private static DateOnly LastDay(AbsencePeriodRow row) => DateOnly.FromDateTime(row.Until.AddTicks(-1));

    private static DateOnly Changed(AbsencePeriodRow row) => DateOnly.FromDateTime(row.UpdatedAt.UtcDateTime);

    private static V1Resource Show(AbsenceTypeRow type) => new("TimeOffType", new V1TimeOffType(
        type.Number, type.Name, type.Category?.ToLowerInvariant(), type.Unit.ToLowerInvariant(), type.NeedsApproval,
        type.Id));

    private static V1Resource Show(SandboxTenant tenant, AbsencePeriodRow row, int number)
    {
        bool startsAtNoon = row.From.TimeOfDay > TimeSpan.Zero;
        bool endsAtNoon = row.Until.TimeOfDay > TimeSpan.Zero;
        int days = LastDay(row).DayNumber - FirstDay(row).DayNumber + 1;
        return new V1Resource("TimeOffPeriod", new V1TimeOff
        {
            Id = number,
            Status = row.Status.ToLowerInvariant(),
            Comment = row.Comment,
            StartDate = Midnight(FirstDay(row)),
            EndDate = Midnight(LastDay(row)),
            DaysCount = days - (startsAtNoon ? 0.5m : 0) - (endsAtNoon ? 0.5m : 0),
            HalfDayStart = startsAtNoon,
            HalfDayEnd = endsAtNoon,
            TimeOffType = Show(row.Type),
            Employee = tenant.People.Persons.Find(row.PersonId) is { } person ? V1Employees.Short(person) : null,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            IdV2 = row.Id,
        });
    }

    private static string Midnight(DateOnly day) =>
        day.ToString("yyyy-MM-dd'T00:00:00+0100'", CultureInfo.InvariantCulture);
}
