namespace Personio.Rest;

/// <summary>A log that gets every message through the redactor: ids and other words of a server are among them.</summary>
internal sealed class RedactingLog(IActivityLog log, Redactor redactor) : IActivityLog
{
    private const int Longest = 2_000;

    /// <inheritdoc/>
    public bool IsVerboseEnabled => log.IsVerboseEnabled;

    /// <inheritdoc/>
    public void Verbose(string message)
    {
        // Cleaning takes longer than all else that is told of a page.
        if (IsVerboseEnabled)
        {
            log.Verbose(redactor.Clean(message, Longest));
        }
    }

    /// <inheritdoc/>
    public void Warning(string message) => log.Warning(redactor.Clean(message, Longest));

    // Made with a redactor already.
    /// <inheritdoc/>
    public void Unreadable(PersonioException fault) => log.Unreadable(fault);

    /// <inheritdoc/>
    public void ReportProgress(double done) => log.ReportProgress(done);
}
