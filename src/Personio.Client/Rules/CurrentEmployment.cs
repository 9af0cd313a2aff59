using Personio.Models;

namespace Personio.Client;

/// <summary>Tells which employment of a person counts today, as Personio does not say it.</summary>
public static class CurrentEmployment
{
    /// <summary>
    /// The newest that is active or on leave, else the newest that has not started yet, else the newest; null where
    /// there is none.
    /// </summary>
    public static Employment? Of(IEnumerable<Employment> employments) => employments
        .OrderBy(employment => employment.Status?.ToUpperInvariant() switch
        {
            "ACTIVE" or "LEAVE" => 0,
            "ONBOARDING" => 1,
            _ => 2,
        })
        .ThenByDescending(employment => employment.EmploymentStartDate)
        .FirstOrDefault();

    /// <summary>
    /// The last day of an employment: the day its termination takes effect, else the day it ends, else the last working
    /// day, else the end of a limited contract. Null where no end is known.
    /// </summary>
    public static DateTime? LastDayOf(Employment employment)
    {
        ArgumentNullException.ThrowIfNull(employment);
        return employment.TerminationDate
            ?? employment.EmploymentEndDate
            ?? employment.LastWorkingDay
            ?? employment.ContractEndDate;
    }
}
