namespace Personio;

/// <summary>What the rows of a calendar are grouped by.</summary>
public enum CalendarGroup
{
    /// <summary>The department of the current employment.</summary>
    Department,

    /// <summary>The team of the current employment.</summary>
    Team,

    /// <summary>The workplace of the current employment.</summary>
    Workplace,
}
