namespace Personio;

/// <summary>Which half of a day an absence begins or ends with.</summary>
public enum DayHalf
{
    /// <summary>As a start: in the morning. As an end: at midday.</summary>
    First,

    /// <summary>As a start: at midday. As an end: in the evening.</summary>
    Second,
}
