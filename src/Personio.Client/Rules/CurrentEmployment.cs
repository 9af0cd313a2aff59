using Personio.Models;

namespace Personio.Client;

/// <summary>Determines which employment of a person is the current one, because Personio does not say.</summary>
public static class CurrentEmployment
{
    private const int EndedRank = 2;

    /// <summary>
    /// Returns the newest employment that is active or on leave; otherwise the newest that has not started yet;
    /// otherwise the newest. Null if the person has no employment.
    /// </summary>
    public static Employment? Find(IEnumerable<Employment> employments) => employments
        .OrderBy(Rank)
        .ThenByDescending(employment => employment.EmploymentStartDate)
        .FirstOrDefault();

    /// <summary>
    /// Returns the employment to change if none is named: the only one that is active or on leave, otherwise the only
    /// one that has not started yet. Null if none or more than one qualifies; a change must not guess.
    /// </summary>
    public static Employment? Only(IEnumerable<Employment> employments) => employments
        .Where(employment => Rank(employment) < EndedRank)
        .GroupBy(Rank)
        .MinBy(some => some.Key)?.ToList() is [{ } only] ? only : null;

    private static int Rank(Employment employment) => employment.Status?.ToUpperInvariant() switch
    {
        "ACTIVE" or "LEAVE" => 0,
        "ONBOARDING" => 1,
        _ => EndedRank,
    };
}
