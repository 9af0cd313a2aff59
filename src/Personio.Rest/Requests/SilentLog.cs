namespace Personio.Rest;

/// <summary>A log that discards everything.</summary>
public sealed class SilentLog : IActivityLog
{
    /// <summary>The only instance.</summary>
    public static readonly SilentLog Instance = new();

    private SilentLog()
    {
    }

    /// <inheritdoc/>
    public bool IsVerboseEnabled => false;

    /// <inheritdoc/>
    public void Verbose(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public void ReportProgress(double done)
    {
    }
}
