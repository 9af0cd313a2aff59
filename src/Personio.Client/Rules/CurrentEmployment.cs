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
}
