namespace Personio;

/// <summary>What a period of attendance is.</summary>
public enum AttendanceType
{
    /// <summary>Work.</summary>
    Work,

    /// <summary>A break, which is a period of its own.</summary>
    Break,
}
