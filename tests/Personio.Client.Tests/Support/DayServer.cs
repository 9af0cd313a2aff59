using System.Globalization;
using Personio.Models;

namespace Personio.Client.Tests.Support;

/// <summary>
/// Attendance on a stub network, filtered by day and served page by page, with responses that arrive out of order and
/// fail at random. Some rows last longer than a day and are in every window they touch.
/// </summary>
internal sealed class DayServer
{
    public const string Route = "GET /v2/attendance-periods";

    // CA5394: repeatable randomness is intended.
#pragma warning disable CA5394
    private readonly Random _random;
    private readonly Row[] _rows;
    private int _underWay;

    public DayServer(StubNetwork network, int seed, int rows, int days, int longest = 1)
    {
        _random = new Random(seed);
        _rows =
        [
            .. Enumerable.Range(1, rows).Select(id =>
            {
                DateTime first = From.AddDays(_random.Next(days));
                return new Row($"{id}", first, first.AddDays(_random.Next(longest)));
            }),
        ];
        network.Always(Route, AnswerAsync);
    }

    public static DateTime From => new(2026, 1, 1);

    /// <summary>The percentage of responses that are a 503.</summary>
    public int Faults { get; init; }

    /// <summary>The day for which every request is permanently refused; null for none.</summary>
    public DateTime? Refused { get; init; }

    /// <summary>
    /// The number of days before and after the requested ones from which every tenth row is returned as well, as from a
    /// server in another time zone.
    /// </summary>
    public int Slack { get; init; }

    /// <summary>Whether every listing begins with an empty page that links to the first rows.</summary>
    public bool BeginsEmpty { get; init; }

    /// <summary>The maximum number of concurrent requests.</summary>
    public int MostUnderWay { get; private set; }

    /// <summary>The ids of the rows that touch some days.</summary>
    public IEnumerable<string> Between(DateTime from, DateTime? to) =>
        _rows.Where(row => IsWithin(row, from, to, slack: 0)).Select(row => row.Id);

    public DateTime FirstOf(string id) => _rows.Single(row => row.Id == id).First;

    /// <summary>The list of these rows, as a cmdlet requests it.</summary>
    public static WindowedQuery<AttendancePeriod> Query(DateTime from, DateTime? to, int leastDays = 1) => new()
    {
        From = from,
        To = to,
        MinDays = leastDays,
        WindowRows = 300,
        DayOf = row => row.AttributionDate,
        Request = window => Endpoints.ListAttendancePeriods.For()
            .With("attribution_date.gte", Text(window.First))
            .With("attribution_date.lte", window.Last is { } last ? Text(last) : null),
    };

    private async Task<HttpResponseMessage> AnswerAsync(SentRequest request, CancellationToken cancellationToken)
    {
        int pause;
        bool fails;
        lock (_random)
        {
            MostUnderWay = Math.Max(MostUnderWay, ++_underWay);
            pause = _random.Next(3);
            fails = _random.Next(100) < Faults;
        }

        try
        {
            for (int i = 0; i < pause; i++)
            {
                await Task.Delay(1, cancellationToken);
            }

            return fails ? Answer.Status(503) : PageOf(request);
        }
        finally
        {
            lock (_random)
            {
                _underWay--;
            }
        }
    }
#pragma warning restore CA5394

    private HttpResponseMessage PageOf(SentRequest request)
    {
        Dictionary<string, string> query = request.Uri.Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        string[] at = query.TryGetValue("cursor", out string? cursor)
            ? cursor.Split('_')
            : ["0", query["attribution_date.gte"], query.GetValueOrDefault("attribution_date.lte", "")];
        DateTime from = Day(at[1]);
        DateTime? to = at[2].Length == 0 ? null : Day(at[2]);
        if (Refused is { } day && from == day)
        {
            return Answer.Problem(422);
        }

        if (BeginsEmpty && cursor is null)
        {
            return Answer.Page([], $"?cursor=0_{at[1]}_{at[2]}");
        }

        int skip = int.Parse(at[0], CultureInfo.InvariantCulture);
        Row[] all = [.. _rows.Where(row => IsWithin(row, from, to, row.Id.EndsWith('3') ? Slack : 0))];
        string? next = skip + 100 < all.Length ? $"?cursor={skip + 100}_{at[1]}_{at[2]}" : null;
        return Answer.Page(all.Skip(skip).Take(100).Select(row =>
            $$"""{"id":"{{row.Id}}","attribution_date":"{{Text(row.First)}}"}"""), next);
    }

    private static bool IsWithin(Row row, DateTime from, DateTime? to, int slack) =>
        row.Last >= from.AddDays(-slack) && row.First <= (to?.AddDays(slack) ?? DateTime.MaxValue);

    private static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Row(string Id, DateTime First, DateTime Last);
}
