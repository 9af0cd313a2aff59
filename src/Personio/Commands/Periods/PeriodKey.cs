namespace Personio;

/// <summary>The values that identify a period. Times are truncated to seconds, as in the API.</summary>
internal sealed record PeriodKey
{
    public PeriodKey(string? personId, string? type, DateTime? start, DateTime? end)
    {
        PersonId = personId ?? "";
        Type = type?.ToUpperInvariant() ?? "";
        Start = TruncateToSecond(start);
        End = TruncateToSecond(end);
    }

    public string PersonId { get; }

    /// <summary>The id of an absence type, WORK or BREAK; in upper case.</summary>
    public string Type { get; }

    public DateTime? Start { get; }

    /// <summary>The end; null if open.</summary>
    public DateTime? End { get; }

    /// <summary>True if the first day begins at midday.</summary>
    public bool StartsAtMidday { get; init; }

    /// <summary>True if the last day ends at midday.</summary>
    public bool EndsAtMidday { get; init; }

    /// <summary>The project; null for none, or for any.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The key for a comparison that ignores the project.</summary>
    public PeriodKey WithoutProject => this with { ProjectId = null };

    /// <summary>True if a period with this key is the requested one.</summary>
    public bool Matches(PeriodKey requested) => this == requested || WithoutProject == requested;

    private static DateTime? TruncateToSecond(DateTime? moment) =>
        moment is { } time ? new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond)) : null;
}
