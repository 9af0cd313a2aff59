namespace Personio.Lifecycle;

/// <summary>What a line of the log tells.</summary>
public enum LogEvent
{
    /// <summary>A comparison was made: how many persons and accounts there were.</summary>
    Compare,

    /// <summary>A write is about to be sent.</summary>
    Before,

    /// <summary>A write was answered, or its answer was lost.</summary>
    After,
}
