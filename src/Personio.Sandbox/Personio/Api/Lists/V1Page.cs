using System.Globalization;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>
/// The lists of v1: limit and offset instead of cursors, multiple values as repeated `name[]`, and an envelope with
/// totals.
/// </summary>
internal sealed class V1Page
{
    private readonly ILookup<string, string> _query;

    private V1Page(ApiCall call, int defaultLimit, int maximum, string[] known)
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

    /// <summary>A number of rows or, for time-offs, a page number that starts at 1.</summary>
    public int Offset { get; }

    public static V1Page Read(ApiCall call, int defaultLimit, int maximum, params string[] known) =>
        new(call, defaultLimit, maximum, known);

    public string? Text(string name) => _query[name].FirstOrDefault();

    public HashSet<string>? Set(string name) =>
        _query.Contains(name) ? new HashSet<string>(_query[name], StringComparer.Ordinal) : null;

    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : WireTime.TryDay(text, out DateOnly day) ? day : throw Problem.BadRequest(Problem.InvalidParameters);

    /// <summary>A required day.</summary>
    public DateOnly RequiredDay(string name) =>
        Day(name) ?? throw Problem.Unprocessable($"The field '{name}' is required.");

    /// <summary>Responds with the rows from the offset on.</summary>
    public HttpResponse Respond<T>(IReadOnlyList<T> rows, Func<T, object> show, bool countsPages = false)
    {
        int first = countsPages ? Math.Max(0, Offset - 1) * Limit : Offset;
        var metadata = new V1PageMetadata(rows.Count, first / Limit, (rows.Count + Limit - 1) / Limit);
        return PersonioJson.Response(
            new V1PageResponse(true, metadata, Offset, Limit, [.. rows.Skip(first).Take(Limit).Select(show)]));
    }

    private int Number(string name, int usual) => Text(name) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Problem.BadRequest(Problem.InvalidParameters);
}
