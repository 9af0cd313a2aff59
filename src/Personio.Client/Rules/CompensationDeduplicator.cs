using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Remembers what was paid over the windows of one listing. A component that goes on comes again in every window; one
/// whose amount, interval, hours or first day changed keeps its id, but must not be taken for a repetition.
/// </summary>
public sealed class CompensationDeduplicator
{
    private readonly HashSet<State> _seen = [];

    /// <summary>Whether the component is new in this state; one without an id always is.</summary>
    public bool Add(Compensation pay)
    {
        ArgumentNullException.ThrowIfNull(pay);
        return pay.CompensationId is null || _seen.Add(new State(
            pay.CompensationId,
            pay.Amount,
            pay.Currency,
            pay.Interval,
            pay.EffectiveFrom,
            pay.WeeklyWorkingHours,
            pay.FullTimeWeeklyWorkingHours));
    }

    private readonly record struct State(
        string Id,
        decimal? Amount,
        string? Currency,
        string? Interval,
        DateTime? EffectiveFrom,
        decimal? WeeklyWorkingHours,
        decimal? FullTimeWeeklyWorkingHours);
}
