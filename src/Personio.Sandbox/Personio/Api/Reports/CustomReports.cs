using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>
/// Custom reports, which are v1: what there is, their rows in pages, and the labels of their columns.
/// </summary>
internal static class CustomReports
{
    private const string Root = "/v1/company/custom-reports";

    // How many there are by default is not documented; this is what answers show.
    private const int UsualLimit = 50;

    private static readonly string[] s_locales = ["en", "de", "es", "fr", "it", "nl", "pt", "sv"];

    public static Route[] Routes { get; } = [Of("reports", List), Of("reports/{id}", Get), Of("columns", ListColumns)];

    // No scope is documented; that of the newer reports stands for it.
    private static Route Of(string path, Func<ApiCall, Answer> handler)
        => Route.Get($"{Root}/{path}", Scopes.ReportsRead, call => Guarded(call, handler));

    /// <summary>The errors of these three look like none of the other endpoints of v1.</summary>
    private static Answer Guarded(ApiCall call, Func<ApiCall, Answer> handler)
    {
        try
        {
            return handler(call);
        }
        catch (ProblemException problem)
        {
            return Answer.Json(JsonText.Bytes(json => WriteProblem(json, problem)), problem.Status);
        }
    }

    private static Answer List(ApiCall call)
    {
        Dictionary<string, string> query = call.QueryOf("report_ids", "status");
        string[]? ids = query.GetValueOrDefault("report_ids")?.Split(',');
        string? status = OneOf(query, "status", "up_to_date", "updating", "update_failed");
        CustomReportRow[] reports =
        [
            .. call.Tenant.CustomReports.Live.Where(report =>
                (ids is null || ids.Contains(report.Id)) && (status is null || report.Status == status)),
        ];
        return Enveloped(new Span(0, UsualLimit, reports.Length), json =>
        {
            foreach (CustomReportRow report in reports)
            {
                report.Write(json, call.Tenant.Style);
            }
        });
    }

    private static Answer Get(ApiCall call)
    {
        CustomReportRow report = call.Find(call.Tenant.CustomReports);
        Dictionary<string, string> query = call.QueryOf("locale", "page", "limit");
        _ = OneOf(query, "locale", s_locales);
        PersonRow[] persons =
            [.. call.Tenant.Persons.Live.Where(person => !report.OnlyActive || person.Status == "ACTIVE")];
        var span = new Span(Number(query, "page", 0, 0), Number(query, "limit", UsualLimit, 1), persons.Length);
        return Enveloped(span, json => report.Write(json, _ =>
        {
            json.WriteStartArray("items");
            foreach (PersonRow person in persons.Skip(span.Page * span.Limit).Take(span.Limit))
            {
                CustomReportCells.Write(json, call.Tenant, person, report);
            }

            json.WriteEndArray();
        }));
    }

    private static Answer ListColumns(ApiCall call)
    {
        HashSet<string> wanted =
            [.. call.Request.Query.Where(pair => pair.Key == "columns[]").Select(pair => pair.Value)];
        Dictionary<string, string> query = [];
        foreach (KeyValuePair<string, string> pair in call.Request.Query.Where(pair => pair.Key != "columns[]"))
        {
            if (pair.Key is not ("locale" or "report_id") || !query.TryAdd(pair.Key, pair.Value))
            {
                throw Problem.BadRequest(Problem.InvalidParameters);
            }
        }

        bool isGerman = OneOf(query, "locale", s_locales) == "de";
        IEnumerable<CustomReportRow> reports = query.TryGetValue("report_id", out string? id)
            ? [call.Tenant.CustomReports.Find(id) ?? throw Problem.NotFound()]
            : call.Tenant.CustomReports.Live;
        return Answer.Json(JsonText.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("success", true);
            json.WriteStartObject("data");
            json.WriteString("type", "Column");
            json.WriteStartArray("attributes");
            foreach (CustomReportColumn column in reports.SelectMany(report => report.Columns).Distinct()
                .Where(column => wanted.Count == 0 || wanted.Contains(column.Id)))
            {
                json.WriteStartObject();
                json.WriteString("attribute_id", column.Id);
                json.WriteString("human_readable", isGerman ? column.German : column.English);
                json.WriteString("data_type", column.DataType);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }));
    }

    private static string? OneOf(Dictionary<string, string> query, string name, params string[] known)
        => !query.TryGetValue(name, out string? value) || known.Contains(value)
            ? value
            : throw Problem.BadRequest(Problem.InvalidParameters);

    private static int Number(Dictionary<string, string> query, string name, int usual, int least)
        => !query.TryGetValue(name, out string? text) ? usual
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least
                ? number
                : throw Problem.BadRequest(Problem.InvalidParameters);

    private static Answer Enveloped(Span span, Action<Utf8JsonWriter> rows) => Answer.Json(JsonText.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        json.WriteStartObject("metadata");
        json.WriteNumber("total_elements", span.Count);
        json.WriteNumber("current_page", span.Page);
        json.WriteNumber("total_pages", span.Pages);
        json.WriteEndObject();
        json.WriteNumber("offset", 0);
        json.WriteNumber("limit", span.Limit);
        json.WriteStartArray("data");
        rows(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void WriteProblem(Utf8JsonWriter json, ProblemException problem)
    {
        json.WriteStartObject();
        json.WriteNumber("status", problem.Status);
        json.WriteString("trace_id", Guid.NewGuid().ToString());
        json.WriteString("timestamp", JsonText.Instant(DateTimeOffset.UtcNow));
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("title", problem.Title);
        json.WriteString("details", problem.Message);
        json.WriteString("type", problem.Type);
        json.WriteStartArray("_meta");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One page of so many rows; the first page is number 0.</summary>
    private sealed record Span(int Page, int Limit, int Count)
    {
        public int Pages => Math.Max(1, (Count + Limit - 1) / Limit);
    }
}
