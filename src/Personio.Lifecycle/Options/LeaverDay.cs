namespace Personio.Lifecycle;

/// <summary>Which day ends a leaver's access.</summary>
public enum LeaverDay
{
    /// <summary>The last day of the employment.</summary>
    LastDay,

    /// <summary>The last working day if it is earlier (garden leave).</summary>
    LastWorkingDay,
}
