namespace Personio;

/// <summary>
/// A log for lists that must be complete: an unreadable row ends the listing. If it were only skipped, its person or
/// account would count as missing, and the person would be disabled or get a second account.
/// </summary>
/// <param name="log">Receives all other messages.</param>
internal sealed class WholeListLog(IActivityLog log) : IActivityLog
{
    /// <inheritdoc/>
    public bool IsVerboseEnabled => log.IsVerboseEnabled;

    /// <inheritdoc/>
    public void Verbose(string message) => log.Verbose(message);

    /// <inheritdoc/>
    public void Warning(string message) => log.Warning(message);

    /// <inheritdoc/>
    public void Unreadable(PersonioException fault) => throw fault;

    /// <inheritdoc/>
    public void ReportProgress(double done) => log.ReportProgress(done);
}
