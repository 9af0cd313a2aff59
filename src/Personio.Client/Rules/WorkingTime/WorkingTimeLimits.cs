namespace Personio.Client;

/// <summary>
/// The limits that working time is checked against. The defaults follow the German Working Hours Act.
/// </summary>
public sealed record WorkingTimeLimits
{
    /// <summary>The maximum hours of work per day.</summary>
    public decimal MaximumHours { get; init; } = 10;

    /// <summary>The minimum hours of rest between two working days.</summary>
    public decimal MinimumRestHours { get; init; } = 11;

    /// <summary>The minimum length in minutes for a break to count.</summary>
    public decimal MinimumBreakMinutes { get; init; } = 15;

    /// <summary>The breaks that a day of work requires.</summary>
    public IReadOnlyList<RequiredBreak> RequiredBreaks { get; init; } = [new(6, 30), new(9, 45)];

    /// <summary>Public holidays, at midnight, in addition to the days that are marked as holidays.</summary>
    public IReadOnlySet<DateTime> Holidays { get; init; } = new HashSet<DateTime>();
}
