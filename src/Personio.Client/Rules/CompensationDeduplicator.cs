using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Recognizes compensations that recur in the windows of one listing. A recurring component is listed again in every
/// window; one whose amount, currency, interval, hours or first day changed keeps its id but is not a duplicate.
/// </summary>
public sealed class CompensationDeduplicator
{
    private readonly HashSet<State> _seen = [];

    /// <summary>True if the component is new in this state. A component without an id always is.</summary>
    public bool Add(Compensation compensation)
    {
        ArgumentNullException.ThrowIfNull(compensation);
        return compensation.CompensationId is null || _seen.Add(new State(
            compensation.CompensationId,
            compensation.Amount,
            compensation.Currency,
            compensation.Interval,
            compensation.EffectiveFrom,
            compensation.WeeklyWorkingHours,
            compensation.FullTimeWeeklyWorkingHours));
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
