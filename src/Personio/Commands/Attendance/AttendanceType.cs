namespace Personio;

/// <summary>The kind of a period of attendance.</summary>
public enum AttendanceType
{
    /// <summary>Work.</summary>
    Work,

    /// <summary>A break, which is a period of its own.</summary>
    Break,
}
