namespace Personio.Client;

/// <summary>What working time can be summed up by.</summary>
public enum AttendanceGrouping
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The day the hours count for.</summary>
    Date,

    /// <summary>The project.</summary>
    Project,

    /// <summary>The month the hours count for.</summary>
    Month,

    /// <summary>The department of the person's current employment.</summary>
    Department,

    /// <summary>The team of the person's current employment.</summary>
    Team,
}
