using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Absence types, absences, their daily amounts, and the v1 balance.</summary>
internal static class Absence
{
    private static readonly ListRules s_types = new(100, 100);

    private static readonly ListRules s_periods = new(
        100, 100, "id", "absence_type.id", "person.id", "starts_from.date_time.gte", "starts_from.date_time.lte",
        "ends_at.date_time.gte", "ends_at.date_time.lte", "updated_at.gte", "updated_at.lte");

    private static readonly ListRules s_breakdowns = new(28, 28);

    public static Route[] Routes { get; } =
    [
        Route.Get("/v2/absence-types", Scopes.AbsencesRead, ListTypes),
        Route.Get("/v2/absence-types/{id}", Scopes.AbsencesRead, GetType),
        Route.Get("/v2/absence-periods", Scopes.AbsencesRead, List),
        Route.Get("/v2/absence-periods/{id}", Scopes.AbsencesRead, Get),
        Route.Get("/v2/absence-periods/{id}/breakdowns", Scopes.AbsencesRead, ListBreakdowns),
        Route.Post("/v2/absence-periods", Scopes.AbsencesWrite, AbsenceWrites.Create),
        Route.Patch("/v2/absence-periods/{id}", Scopes.AbsencesWrite, AbsenceWrites.Change),
        Route.Delete("/v2/absence-periods/{id}", Scopes.AbsencesWrite, AbsenceWrites.Remove),
        Route.Get("/v1/company/employees/{id}/absences/balance", Scopes.AbsencesRead, GetBalance),
    ];

    private static HttpResponse ListTypes(ApiCall call) =>
        Page.Create(ListRequest.Read(call, s_types), call.Tenant.Absences.Types.Rows, []);

    private static HttpResponse GetType(ApiCall call)
    {
        call.QueryOf();
        return call.Row(call.Find(call.Tenant.Absences.Types));
    }

    private static HttpResponse List(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_periods);
        HashSet<string>? ids = request.Set("id");
        HashSet<string>? persons = request.Set("person.id");
        var tests = new List<Func<AbsencePeriodRow, bool>>();
        Filter.In(tests, ids, row => row.Id);
        Filter.In(tests, persons, row => row.PersonId);
        Filter.In(tests, request.Set("absence_type.id"), row => row.Type.Id);
        Filter.Within(
            tests, request.Instant("updated_at.gte"), request.Instant("updated_at.lte"),
            row => Filter.Seconds(row.UpdatedAt));
        if (call.Options.PlainDateFilters)
        {
            AddComparisons(tests, request);
        }
        else
        {
            AddWindow(tests, request);
        }

        return Page.Create(request, call.Tenant.Absences.Periods.Candidates(ids, persons), tests);
    }

    /// <summary>
    /// Whatever their names, the date filters together form one window, and every absence that overlaps it is returned,
    /// including one that began long before and one without an end.
    /// </summary>
    private static void AddWindow(List<Func<AbsencePeriodRow, bool>> tests, ListRequest request)
    {
        foreach (string field in new[] { "starts_from.date_time", "ends_at.date_time" })
        {
            if (request.Moment($"{field}.gte") is { } from)
            {
                tests.Add(row => row.Until > from);
            }

            if (request.Moment($"{field}.lte") is { } to)
            {
                tests.Add(row => row.From <= to);
            }
        }
    }

    /// <summary>
    /// Each filter compares its own field with the moment as sent. An open-ended absence matches no filter on its end.
    /// </summary>
    private static void AddComparisons(List<Func<AbsencePeriodRow, bool>> tests, ListRequest request)
    {
        bool isInclusive = request.Call.Options.InclusiveAbsenceEnds;
        Add("starts_from.date_time", row => row.Start.At);
        Add("ends_at.date_time", row => (isInclusive ? row.End : row.End?.ToExclusiveEnd())?.At);

        void Add(string field, Func<AbsencePeriodRow, DateTime?> of)
        {
            if (request.Moment($"{field}.gte") is { } from)
            {
                tests.Add(row => of(row) >= from);
            }

            if (request.Moment($"{field}.lte") is { } to)
            {
                tests.Add(row => of(row) <= to);
            }
        }
    }

    private static HttpResponse Get(ApiCall call)
    {
        call.QueryOf();
        return call.Row(call.Find(call.Tenant.Absences.Periods));
    }

    private static HttpResponse ListBreakdowns(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_breakdowns);
        AbsencePeriodRow period = call.Find(call.Tenant.Absences.Periods);
        return Page.Create(request, BreakdownRow.From(period, call.Tenant.Today), []);
    }

    private static HttpResponse GetBalance(ApiCall call)
    {
        PersonRow person = call.Find(call.Tenant.People.Persons);
        return PersonioJson.Response(new V1Response(
            true, call.Tenant.Absences.Types.Live.Select(type => Balance(call, person, type)).ToArray()));
    }

    private static V1Balance Balance(ApiCall call, PersonRow person, AbsenceTypeRow type)
    {
        DateTime today = call.Tenant.Today.ToDateTime(default);
        List<AbsencePeriodRow> periods = [.. call.Tenant.Absences.Periods.OfOwner(person.Id)
            .Where(row => !row.IsRemoved && row.Type == type && row.Status is "APPROVED" or "DELETION_PENDING")];
        (decimal days, periods) = Account(call, type, periods);
        return new V1Balance(
            type.Number,
            type.Name,
            type.Category?.ToLowerInvariant(),
            days - Amount(call, periods.Where(row => row.From < today)),
            days - Amount(call, periods));
    }

    /// <summary>
    /// The allowance of a person, and the absences that count against it. The believable company grants vacation per
    /// year and tracks overtime; illness has no allowance.
    /// </summary>
    private static (decimal Days, List<AbsencePeriodRow> Taken) Account(
        ApiCall call, AbsenceTypeRow type, List<AbsencePeriodRow> periods)
    {
        if (call.Tenant.Words.IsHostile)
        {
            return (30, periods);
        }

        List<AbsencePeriodRow> year = [.. periods.Where(row => row.From.Year == call.Tenant.Today.Year)];
        return type.Category switch
        {
            "PAID_VACATION" => (30, year),
            "OTHER" => (40, year),
            _ => (0, []),
        };
    }

    private static decimal Amount(ApiCall call, IEnumerable<AbsencePeriodRow> periods) =>
        periods.SelectMany(row => BreakdownRow.From(row, call.Tenant.Today)).Sum(day => day.Value);
}
