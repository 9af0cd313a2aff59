using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Reports, their rows, and the attributes available as columns.</summary>
internal static class Reports
{
    private static readonly ListRules s_reports = new(50, 100) { LinksByString = true };

    private static readonly ListRules s_attributes = new(50, 100);

    // Without a limit, a report is returned as a whole.
    private static readonly ListRules s_rows = new(int.MaxValue, int.MaxValue, "locale");

    private static readonly string[] s_locales = ["en", "de", "es", "fr", "it", "nl", "pt", "sv"];

    public static Route[] Routes { get; } =
    [
        Guarded(Route.Get("/v2/reports", Scopes.ReportsRead, List)),
        Guarded(Route.Get("/v2/reports/attributes", Scopes.ReportsRead, ListAttributes)),
        Guarded(Route.Get("/v2/reports/{id}", Scopes.ReportsRead, Get)),
    ];

    private static Route Guarded(Route route) => route with { Denial = Denial.BadRequest };

    private static HttpResponse List(ApiCall call) =>
        Page.Create(ListRequest.Read(call, s_reports), call.Tenant.Reports.Rows, []);

    private static HttpResponse ListAttributes(ApiCall call) =>
        Page.Create(ListRequest.Read(call, s_attributes), call.Tenant.ReportAttributes.Rows, []);

    private static HttpResponse Get(ApiCall call)
    {
        if (call.Tenant.Reports.Find(call["id"]) is not { } report)
        {
            return NotFound(call["id"]);
        }

        // The cursor contains language and limit; repeating them is an error here.
        if (call.Request.Query.Count > 1 && call.Request.Query.Any(pair => pair.Key == "cursor"))
        {
            throw Problem.BadRequest("The parameter 'cursor' excludes all others.");
        }

        ListRequest request = ListRequest.Read(call, s_rows);
        string locale = request.OneOf("locale", s_locales) ?? "en";
        switch (report.Flaw)
        {
            case ReportFlaw.Grouped:
                throw Problem.BadRequest("Unsupported nested type: null");
            case ReportFlaw.Unreadable:
                throw Problem.BadRequest("Array contains no element matching the predicate.");
            default:
                return Page.Create(
                    request, call.Tenant.People.Persons.Rows, [],
                    person => ReportCells.Line(call.Tenant, person, report), Frame(report, locale));
        }
    }

    private static PageFrame Frame(ReportRow report, string locale) => new(
        new ReportOpening(new ReportConfiguration(report.Id, report.Name, report.ChartType)),
        [
            .. report.Columns.Select(column => new ReportColumnResponse(
                column.Name, locale == "de" ? column.German : column.English, column.Type)),
        ]);

    /// <summary>The only error in JSON:API format, with status 400 instead of 404.</summary>
    private static HttpResponse NotFound(string id)
    {
        var error = new ReportError("400", "Bad Request", Guid.NewGuid().ToString(), $"Report with {id} not found.");
        return PersonioJson.Response(new ReportErrorResponse([error]), 400);
    }
}
