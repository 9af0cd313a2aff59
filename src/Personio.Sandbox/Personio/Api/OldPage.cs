using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>
/// The lists of v1: limit and offset instead of cursors, lists as repeated `name[]`, and an envelope with the totals.
/// </summary>
internal sealed class OldPage
{
    private readonly ILookup<string, string> _query;

    private OldPage(ApiCall call, int defaultLimit, int maximum, string[] known)
    {
        Call = call;
        _query = call.Request.Query.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (_query.Any(pair => pair.Key is not ("limit" or "offset") && !known.Contains(pair.Key)))
        {
            throw Problem.BadRequest(Problem.InvalidParameters);
        }

        Limit = Number("limit", defaultLimit);
        Offset = Number("offset", 0);
        if (Limit < 1 || Limit > maximum)
        {
            throw Problem.BadRequest(Problem.InvalidParameters);
        }
    }

    public ApiCall Call { get; }

    public int Limit { get; }

    /// <summary>A number of rows, but of time-offs the number of a page, beginning with 1.</summary>
    public int Offset { get; }

    public static OldPage Read(ApiCall call, int defaultLimit, int maximum, params string[] known) =>
        new(call, defaultLimit, maximum, known);

    public string? Text(string name) => _query[name].FirstOrDefault();

    public HashSet<string>? Set(string name) =>
        _query.Contains(name) ? new HashSet<string>(_query[name], StringComparer.Ordinal) : null;

    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : JsonText.TryDay(text, out DateOnly day) ? day : throw Problem.BadRequest(Problem.InvalidParameters);

    /// <summary>A day that must be given.</summary>
    public DateOnly RequiredDay(string name) => Day(name) ?? throw Problem.Unprocessable($"The field '{name}' is required.");

    /// <summary>Sends the rows from the offset on.</summary>
    public HttpResponse Respond<T>(IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> write, bool countsPages = false)
    {
        int first = countsPages ? Math.Max(0, Offset - 1) * Limit : Offset;
        return HttpResponse.Json(JsonText.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("success", true);
            json.WriteStartObject("metadata");
            json.WriteNumber("total_elements", rows.Count);
            json.WriteNumber("current_page", first / Limit);
            json.WriteNumber("total_pages", (rows.Count + Limit - 1) / Limit);
            json.WriteEndObject();
            json.WriteNumber("offset", Offset);
            json.WriteNumber("limit", Limit);
            json.WriteStartArray("data");
            foreach (T row in rows.Skip(first).Take(Limit))
            {
                write(json, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    /// <summary>Sends one row.</summary>
    public static HttpResponse One(Action<Utf8JsonWriter> write) => HttpResponse.Json(JsonText.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("success", true);
        json.WritePropertyName("data");
        write(json);
        json.WriteEndObject();
    }));

    private int Number(string name, int usual) => Text(name) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Problem.BadRequest(Problem.InvalidParameters);
}
