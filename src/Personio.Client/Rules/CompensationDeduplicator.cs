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
