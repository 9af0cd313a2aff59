namespace Personio.Client;

/// <summary>A log that forwards everything except unreadable rows, which go to a callback.</summary>
/// <param name="log">Receives everything else.</param>
/// <param name="unreadable">Receives the error of each unreadable row.</param>
internal sealed class FaultLog(IActivityLog log, Action<PersonioException> unreadable) : IActivityLog
{
    /// <inheritdoc/>
    public bool IsVerboseEnabled => log.IsVerboseEnabled;

    /// <inheritdoc/>
    public void Verbose(string message) => log.Verbose(message);

    /// <inheritdoc/>
    public void Warning(string message) => log.Warning(message);

    /// <inheritdoc/>
    public void Unreadable(PersonioException fault) => unreadable(fault);

    /// <inheritdoc/>
    public void ReportProgress(double done) => log.ReportProgress(done);
}
