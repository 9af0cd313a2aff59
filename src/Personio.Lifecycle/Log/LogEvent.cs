namespace Personio.Lifecycle;

/// <summary>What a log entry records.</summary>
public enum LogEvent
{
    /// <summary>A comparison was made, with the numbers of persons and accounts.</summary>
    Compare,

    /// <summary>A write is about to be sent.</summary>
    Before,

    /// <summary>A write was answered, or its answer was lost.</summary>
    After,
}
