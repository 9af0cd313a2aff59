namespace Personio.Client;

/// <summary>What working time is held against. By default the German Working Hours Act.</summary>
public sealed record WorkingTimeLimits
{
    /// <summary>Hours of work on a day, at most.</summary>
    public decimal MaximumHours { get; init; } = 10;

    /// <summary>Hours of rest between two days of work, at least.</summary>
    public decimal MinimumRestHours { get; init; } = 11;

    /// <summary>Minutes below which a break does not count.</summary>
    public decimal MinimumBreakMinutes { get; init; } = 15;

    /// <summary>How much break a day needs.</summary>
    public IReadOnlyList<RequiredBreak> RequiredBreaks { get; init; } = [new(6, 30), new(9, 45)];

    /// <summary>Public holidays, at midnight, besides the days that are marked as such.</summary>
    public IReadOnlySet<DateTime> Holidays { get; init; } = new HashSet<DateTime>();
}
