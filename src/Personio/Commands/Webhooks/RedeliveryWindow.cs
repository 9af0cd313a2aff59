namespace Personio;

/// <summary>
/// A time window whose events are sent again. Event times are whole seconds, so a window extends to the end of a
/// second.
/// </summary>
/// <param name="From">The first instant; null for none.</param>
/// <param name="To">The last instant, inclusive; null for none.</param>
internal sealed record RedeliveryWindow(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>The maximum number of events in one request.</summary>
    public const int MaxEventsPerRequest = 100;

    /// <summary>The maximum number of events that Personio sends again in an hour.</summary>
    public const int MaxEventsPerHour = 500;

    /// <summary>The number of events that the window was built from; 0 if it was specified as a window.</summary>
    public int Events { get; init; }

    /// <summary>The first instant on the wire.</summary>
    public string? WireFrom => DateText.Instant(From);

    /// <summary>The last instant on the wire.</summary>
    public string? WireTo => DateText.WallClock(To?.UtcDateTime) is { } second ? $"{second}.999Z" : null;

    /// <summary>The smallest window that contains both windows.</summary>
    public RedeliveryWindow Union(RedeliveryWindow other) => new(
        From is null || other.From is null ? null : From < other.From ? From : other.From,
        To is null || other.To is null ? null : To > other.To ? To : other.To)
    {
        Events = Events + other.Events,
    };

    /// <summary>Splits the window so that no part has more events than one request accepts.</summary>
    /// <param name="moments">The times of the events in the window, in order.</param>
    /// <exception cref="PersonioException">There are too many events (<c>InvalidRequest</c>).</exception>
    public IReadOnlyList<RedeliveryWindow> Split(IReadOnlyList<DateTimeOffset> moments)
    {
        if (moments.Count > MaxEventsPerHour)
        {
            throw PersonioException.Invalid(
                $"The window has {moments.Count} events, and Personio sends at most {MaxEventsPerHour} again in an "
                + "hour. Narrow it with -OccurredAfter and -OccurredBefore, and send the rest an hour later.");
        }

        if (moments.Count <= MaxEventsPerRequest)
        {
            return [this];
        }

        var parts = new List<RedeliveryWindow>();
        int held = 0;
        foreach (IGrouping<long, DateTimeOffset> second in moments.GroupBy(moment => moment.ToUnixTimeSeconds()))
        {
            int count = second.Count();
            if (count > MaxEventsPerRequest)
            {
                throw PersonioException.Invalid(
                    $"{count} events occurred in the second from {second.First():u}, and Personio sends at most "
                    + $"{MaxEventsPerRequest} again with one request.");
            }

            DateTimeOffset moment = second.First();
            if (parts.Count == 0 || held + count > MaxEventsPerRequest)
            {
                parts.Add(new RedeliveryWindow(moment, moment));
                held = 0;
            }

            parts[^1] = parts[^1] with { To = moment };
            held += count;
        }

        return parts;
    }

    /// <summary>The body of the request.</summary>
    public IReadOnlyDictionary<string, object?> ToBody()
    {
        var body = new Dictionary<string, object?>();
        if (WireFrom is { } from)
        {
            body["occurred_at.gte"] = from;
        }

        if (WireTo is { } to)
        {
            body["occurred_at.lte"] = to;
        }

        return body;
    }

    /// <inheritdoc/>
    public override string ToString() => (Local(From), Local(To)) switch
    {
        ({ } from, { } to) => $"from {from} to {to}",
        ({ } from, null) => $"since {from}",
        (null, { } to) => $"until {to}",
        _ => "at any time",
    };

    private static string? Local(DateTimeOffset? instant) =>
        DateText.Second(instant?.LocalDateTime);
}
