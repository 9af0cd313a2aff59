using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Reports: which there are, their rows, and the attributes they can have.</summary>
internal static class Reports
{
    private static readonly ListRules s_reports = new(50, 100) { LinksByString = true };

    private static readonly ListRules s_attributes = new(50, 100);

    // Without a limit a report comes whole.
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

        // The cursor knows language and limit; saying them again is an error here.
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
                    request, call.Tenant.Persons.Rows, [],
                    person => ReportCells.Line(call.Tenant, person, report).Json(call.Tenant.Style),
                    new PageFrame(
                        json => WriteConfiguration(json, report), json => WriteColumns(json, report, locale)));
        }
    }

    private static void WriteConfiguration(Utf8JsonWriter json, ReportRow report)
    {
        json.WriteStartObject("report_config");
        json.WriteString("id", report.Id);
        json.WriteString("name", report.Name);
        json.WriteString("chart_type", report.ChartType);
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, ReportRow report, string locale)
    {
        json.WriteStartArray("columns");
        foreach (ReportColumn column in report.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("display", locale == "de" ? column.German : column.English);
            json.WriteString("type", column.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The one error that comes in the shape of JSON:API, and with 400 instead of 404.</summary>
    private static HttpResponse NotFound(string id) => HttpResponse.Json(
        JsonText.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteString("status", 400.ToString(CultureInfo.InvariantCulture));
            json.WriteString("title", "Bad Request");
            json.WriteString("id", Guid.NewGuid().ToString());
            json.WriteString("detail", $"Report with {id} not found.");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }),
        400);
}
