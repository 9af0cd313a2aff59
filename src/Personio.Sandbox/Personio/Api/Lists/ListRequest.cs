using System.Globalization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>A validated request for a page: limit, position, and filters.</summary>
internal sealed class ListRequest
{
    private readonly ListRules _rules;

    private ListRequest(ApiCall call, ListRules rules)
    {
        Call = call;
        _rules = rules;
        Dictionary<string, string> query = ReadQuery();
        Limit = ReadLimit(query);
        Filters = query;
        if (query.Remove("cursor", out string? encoded))
        {
            // Parameters next to the cursor were checked above; the filters in the cursor take precedence.
            Cursor cursor = Cursor.TryDecode(encoded, call.Request.Path)
                ?? throw Problem.BadRequest("Provided cursor is invalid.");
            Limit = query.ContainsKey("limit") ? Limit : cursor.Limit;
            (Page, Position, Filters) = (cursor.Page, cursor.Position, cursor.Filters);
        }

        query.Remove("limit");
    }

    public ApiCall Call { get; }

    public ListRules Rules => _rules;

    public int Limit { get; }

    public int Page { get; }

    public int Position { get; }

    public IReadOnlyDictionary<string, string> Filters { get; }

    public static ListRequest Read(ApiCall call, ListRules rules) => new(call, rules);

    public string? Text(string name) => Filters.GetValueOrDefault(name);

    public HashSet<string>? Set(string name, StringComparer? comparer = null)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        string[] items = text.Split(',', StringSplitOptions.TrimEntries);
        return items.Contains("") ? throw Invalid() : new HashSet<string>(items, comparer ?? StringComparer.Ordinal);
    }

    public string? OneOf(string name, params string[] known) =>
        Text(name) is not { } text || known.Contains(text) ? Text(name) : throw Invalid();

    public bool Flag(string name) => OneOf(name, "true", "false") == "true";

    /// <summary>An instant with a UTC offset.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // Both a time and a UTC offset are required, which parsing alone would not enforce.
        bool hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        bool isInstant = hasZone && text.Contains('T', StringComparison.Ordinal);
        return isInstant && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw Invalid();
    }

    /// <summary>An instant or, if the sandbox is set to dates only, a date, which begins in UTC.</summary>
    public DateTimeOffset? InstantOrDay(string name) =>
        !_rules.MayTakeDatesOnly || !Call.Options.DatesOnly ? Instant(name)
        : Day(name) is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : null;

    /// <summary>A local date and time; a UTC offset is ignored.</summary>
    public DateTime? Moment(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        string wall = text.Length > 19 ? text[..19] : text;
        return WireTime.TryWall(wall, out DateTime moment)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? moment
            : throw Invalid();
    }

    /// <summary>A local date and time without UTC offset or fractions.</summary>
    public DateTime? Wall(string name) => Text(name) is not { } text ? null
        : WireTime.TryWall(text, out DateTime wall) ? wall : throw Invalid();

    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : WireTime.TryDay(text, out DateOnly day) ? day : throw Invalid();

    public ProblemException Invalid() => Refusal(_rules.InvalidValue);

    private ProblemException Refusal(string detail) =>
        _rules.InvalidStatus == 422 ? Problem.Unprocessable(detail) : Problem.BadRequest(detail);

    private Dictionary<string, string> ReadQuery()
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in Call.Request.Query)
        {
            if (pair.Key is not ("limit" or "cursor") && !_rules.Filters.Contains(pair.Key))
            {
                throw Unknown(pair.Key);
            }

            // Repeating a key is equivalent to comma-separated values.
            query[pair.Key] = query.TryGetValue(pair.Key, out string? earlier)
                ? $"{earlier},{pair.Value}"
                : pair.Value;
        }

        return query;
    }

    /// <summary>Distinguishes a known field with an unknown operator from an unknown field.</summary>
    private ProblemException Unknown(string key)
    {
        int dot = key.LastIndexOf('.');
        string field = dot < 0 ? key : key[..dot];
        bool isField = dot > 0 && _rules.Filters.Any(
            known => known == field || known.StartsWith(field + ".", StringComparison.Ordinal));
        return Problem.BadRequest(isField ? Problem.InvalidEncoding : _rules.InvalidValue);
    }

    private int ReadLimit(Dictionary<string, string> query)
    {
        if (!query.TryGetValue("limit", out string? text))
        {
            return _rules.DefaultLimit;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit)
            && limit >= 1 && limit <= _rules.MaximumLimit
            ? limit
            : throw Refusal(_rules.InvalidLimit);
    }
}
