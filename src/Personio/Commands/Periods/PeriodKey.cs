namespace Personio;

/// <summary>What makes two periods the same one. Times are cut to seconds, as they are on the wire.</summary>
internal sealed record PeriodKey
{
    public PeriodKey(string? personId, string? type, DateTime? start, DateTime? end)
    {
        PersonId = personId ?? "";
        Type = type?.ToUpperInvariant() ?? "";
        Start = Seconds(start);
        End = Seconds(end);
    }

    public string PersonId { get; }

    /// <summary>The id of an absence type, WORK or BREAK; in upper case.</summary>
    public string Type { get; }

    public DateTime? Start { get; }

    /// <summary>The end; null where it is open.</summary>
    public DateTime? End { get; }

    /// <summary>Whether the first day begins at midday.</summary>
    public bool StartsAtMidday { get; init; }

    /// <summary>Whether the last day ends at midday.</summary>
    public bool EndsAtMidday { get; init; }

    /// <summary>The project; null where there is none, or any will do.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The key for whoever does not ask for the project.</summary>
    public PeriodKey OfAnyProject => this with { ProjectId = null };

    /// <summary>Whether a period with this key is the one that another key asks for.</summary>
    public bool Matches(PeriodKey asked) => this == asked || OfAnyProject == asked;

    private static DateTime? Seconds(DateTime? moment) =>
        moment is { } time ? new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond)) : null;
}
