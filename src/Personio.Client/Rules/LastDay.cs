using Personio.Models;

namespace Personio.Client;

/// <summary>The last day of an employment, and what says so.</summary>
/// <param name="Date">The day, inclusive: a midnight without a time zone.</param>
/// <param name="Reason">Termination, EmploymentEnd or LastWorkingDay.</param>
public sealed record LastDay(DateTime Date, string Reason)
{
    /// <summary>
    /// Reads the last day of an employment: the day its termination takes effect, else the day it ends, else the last
    /// working day. Null where none of them is known.
    /// </summary>
    /// <remarks>
    /// The end of a limited contract does not count. Contracts are extended, and the old date often stays in Personio:
    /// whoever is active beyond it still works there.
    /// </remarks>
    /// <param name="employment">The employment.</param>
    public static LastDay? From(Employment employment)
    {
        ArgumentNullException.ThrowIfNull(employment);
        (DateTime? Date, string Reason)[] ends =
        [
            (employment.TerminationDate, "Termination"),
            (employment.EmploymentEndDate, "EmploymentEnd"),
            (employment.LastWorkingDay, "LastWorkingDay"),
        ];
        return ends.Where(end => end.Date is not null).Select(end => new LastDay(end.Date!.Value, end.Reason))
            .FirstOrDefault();
    }
}
