namespace Personio.Client;

/// <summary>The groups that working time can be summed by.</summary>
public enum AttendanceGrouping
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The day to which the hours are attributed.</summary>
    Date,

    /// <summary>The project.</summary>
    Project,

    /// <summary>The month to which the hours are attributed.</summary>
    Month,

    /// <summary>The department of the person's current employment.</summary>
    Department,

    /// <summary>The team of the person's current employment.</summary>
    Team,
}
