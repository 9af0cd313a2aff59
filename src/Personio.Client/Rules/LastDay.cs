using Personio.Models;

namespace Personio.Client;

/// <summary>The last day of an employment and the reason for it.</summary>
/// <param name="Date">The day, inclusive: a midnight without a time zone.</param>
/// <param name="Reason">Termination, EmploymentEnd or LastWorkingDay.</param>
public sealed record LastDay(DateTime Date, string Reason)
{
    /// <summary>
    /// Returns the last day of an employment: the day its termination takes effect, otherwise the day it ends,
    /// otherwise the last working day. Null if none of these is known.
    /// </summary>
    /// <remarks>
    /// The end of a fixed-term contract does not count. Contracts are extended, and the old date often stays in
    /// Personio: a person who is active after that date still works there.
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
