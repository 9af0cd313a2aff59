using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>
/// Compensations, month by month, and compensation types. Nothing here can be undone, and only a fixed salary can be
/// replaced.
/// </summary>
internal static class Compensations
{
    private static readonly ListRules s_compensations = new(
        100, 100, "start_date", "end_date", "person.id", "legal_entity.id");

    private static readonly ListRules s_types = new(100, 100);

    /// <summary>The listing, of which a company may run only a few concurrently.</summary>
    public static Route Listing { get; } = Route.Get("/v2/compensations", Scopes.CompensationsRead, List);

    public static Route[] Routes { get; } =
    [
        Listing,
        Route.Post("/v2/compensations", Scopes.CompensationsWrite, Create) with
        {
            SecondScope = Scopes.CompensationsRead,
        },
        Route.Get("/v2/compensations/types", Scopes.CompensationsRead, ListTypes),
        Route.Post("/v2/compensations/types", Scopes.CompensationsWrite, CreateType),
    ];

    private static HttpResponse List(ApiCall call)
    {
        if (call.Options.CompensationsDown)
        {
            throw new ProblemException(
                503, "Service Unavailable", "Compensations are not available at the moment.",
                "compensations.service_unavailable") { RetryAfter = 30 };
        }

        ListRequest request = ListRequest.Read(call, s_compensations);
        HashSet<string>? persons = request.Set("person.id");
        (DateOnly first, DateOnly last) = Window(request);
        var tests = new List<Func<CompensationRow, bool>> { row => row.IsActive(first, last) };
        Filter.In(tests, persons, row => row.PersonId);
        Filter.In(tests, request.Set("legal_entity.id"), row => row.LegalEntityId);
        IReadOnlyList<CompensationRow> rows = call.Tenant.Records.Compensations.Candidates(null, persons);
        int maxRows = call.Options.CompensationRows;
        return maxRows > 0 && rows.Count(row => !row.IsRemoved && tests.All(test => test(row))) > maxRows
            ? throw new ProblemException(
                422, "Unprocessable Content", "The request takes too long to process.",
                "compensations.unprocessable_content")
            : Page.Create(request, rows, tests);
    }

    /// <summary>
    /// A window of at most a month. A single date selects its month; without dates, the current month applies.
    /// </summary>
    private static (DateOnly First, DateOnly Last) Window(ListRequest request)
    {
        (DateOnly? start, DateOnly? end) = (request.Day("start_date"), request.Day("end_date"));
        if (start is { } first && end is { } last)
        {
            return first <= last && last < first.AddMonths(1) ? (first, last) : throw request.Invalid();
        }

        DateOnly day = start ?? end ?? request.Call.Tenant.Today;
        DateOnly month = day.AddDays(1 - day.Day);
        return (month, month.AddMonths(1).AddDays(-1));
    }

    private static HttpResponse Create(ApiCall call)
    {
        call.QueryOf();
        JsonElement body = JsonBody.Read(
            call, "person", "type", "value", "currency", "effective_from", "interval", "comment");
        CompensationRow row = Read(call.Tenant, body);
        if (!call.Options.CompensationWrites)
        {
            throw Problem.Denied(Denial.Forbidden);
        }

        if (call.Tenant.Records.Compensations.OfOwner(row.PersonId).FirstOrDefault(row.Replaces) is { } known)
        {
            known.Take(row);
            return call.Created(known.Id, 200);
        }

        EndEarlier(call.Tenant, row);
        call.Tenant.Records.Compensations.Add(row);
        return call.Created(row.Id, 200);
    }

    /// <summary>Format errors are reported before references to unknown objects.</summary>
    private static CompensationRow Read(SandboxTenant tenant, JsonElement body)
    {
        (string personId, string typeId) = (body.RequiredReference("person"), body.RequiredReference("type"));
        decimal value = body.Number("value") ?? throw Problem.BadRequest("The field 'value' is required.");
        DateOnly from = body.Day("effective_from")
            ?? throw Problem.BadRequest("The field 'effective_from' is required.");
        string? interval = body.OneOf("interval", "MONTHLY", "QUARTERLY", "HALF-YEARLY", "YEARLY");
        (string currency, _) = (Currency(body), body.Text("comment"));
        value = decimal.Round(value, 2) == value ? value : throw JsonBody.Invalid("value");
        PersonRow person = tenant.People.Persons.Find(personId)
            ?? throw Problem.Unprocessable("The person was not found.");
        CompensationTypeRow type = tenant.Records.CompensationTypes.Find(typeId)
            ?? throw Problem.Unprocessable("The compensation type was not found.");
        bool repeats = type.Category is CompensationTypeRow.Fixed or CompensationTypeRow.Recurring;
        EmploymentRow? employment = person.Employments.FirstOrDefault();
        return new CompensationRow
        {
            Id = SandboxTenant.NewId(),
            PersonId = personId,
            LegalEntityId = employment?.LegalEntityId,
            Type = type,
            Amount = new Money(value, currency),
            Interval = repeats ? interval ?? "MONTHLY" : null,
            From = from,
            WeeklyHours = employment?.WeeklyHours,
            FullTimeHours = employment?.FullTimeHours,
        };
    }

    private static string Currency(JsonElement body)
    {
        string currency = body.Text("currency") ?? "EUR";
        return currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)
            ? currency
            : throw JsonBody.Invalid("currency");
    }

    private static void EndEarlier(SandboxTenant tenant, CompensationRow row)
    {
        foreach (CompensationRow earlier in tenant.Records.Compensations.OfOwner(row.PersonId)
            .Where(other => row.Type.IsBase && other.Type.IsBase && other.IsActive(row.From, row.From)))
        {
            earlier.Until = row.From.AddDays(-1);
        }
    }

    private static HttpResponse ListTypes(ApiCall call) =>
        Page.Create(ListRequest.Read(call, s_types), call.Tenant.Records.CompensationTypes.Rows, []);

    private static HttpResponse CreateType(ApiCall call)
    {
        call.QueryOf();
        JsonElement body = JsonBody.Read(call, "name", "category");
        _ = body.RequiredText("category");
        var type = new CompensationTypeRow
        {
            Id = SandboxTenant.NewId(),
            Name = body.RequiredText("name"),
            Category = body.OneOf("category", CompensationTypeRow.Recurring, CompensationTypeRow.OneTime) ?? "",
        };
        call.Tenant.Records.CompensationTypes.Add(type);
        call.Tenant.LogWrite(call.Request.Method, call.Request.Path, type.Id);
        return PersonioJson.Response(new CompensationTypeCreatedResponse(type.Id, type.Name, type.Category));
    }
}
