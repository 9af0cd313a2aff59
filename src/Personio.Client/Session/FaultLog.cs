namespace Personio.Client;

/// <summary>A log that passes everything on but the rows that cannot be read, which somebody else wants to hear of.
/// </summary>
/// <param name="log">Hears of all else.</param>
/// <param name="unreadable">Hears of each row that cannot be read.</param>
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
