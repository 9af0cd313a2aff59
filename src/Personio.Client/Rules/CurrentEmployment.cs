using Personio.Models;

namespace Personio.Client;

/// <summary>Tells which employment of a person counts today, as Personio does not say it.</summary>
public static class CurrentEmployment
{
    private const int Ended = 2;

    /// <summary>
    /// The newest that is active or on leave, else the newest that has not started yet, else the newest; null where
    /// there is none.
    /// </summary>
    public static Employment? Find(IEnumerable<Employment> employments) => employments
        .OrderBy(Rank)
        .ThenByDescending(employment => employment.EmploymentStartDate)
        .FirstOrDefault();

    /// <summary>
    /// The one that a change can mean without naming it: the only one that is active or on leave, else the only one that
    /// has not started yet. Null where there is none, or more than one; a change is not to guess.
    /// </summary>
    public static Employment? Only(IEnumerable<Employment> employments) => employments
        .Where(employment => Rank(employment) < Ended)
        .GroupBy(Rank)
        .MinBy(some => some.Key)?.ToList() is [{ } only] ? only : null;

    private static int Rank(Employment employment) => employment.Status?.ToUpperInvariant() switch
    {
        "ACTIVE" or "LEAVE" => 0,
        "ONBOARDING" => 1,
        _ => Ended,
    };
}
