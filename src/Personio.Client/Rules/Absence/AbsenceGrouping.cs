namespace Personio.Client;

/// <summary>The groups that absences can be summed by.</summary>
public enum AbsenceGrouping
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The department of the person's current employment.</summary>
    Department,

    /// <summary>The team of the person's current employment.</summary>
    Team,

    /// <summary>The absence type.</summary>
    Type,

    /// <summary>The category of the absence type, for example SICK_LEAVE.</summary>
    Category,

    /// <summary>The month in which the days fall.</summary>
    Month,
}
