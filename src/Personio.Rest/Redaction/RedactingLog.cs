namespace Personio.Rest;

/// <summary>
/// A log that passes every message through the redactor, because messages contain IDs and other text from a server.
/// </summary>
internal sealed class RedactingLog(IActivityLog log, Redactor redactor) : IActivityLog
{
    private const int MaxLength = 2_000;

    /// <inheritdoc/>
    public bool IsVerboseEnabled => log.IsVerboseEnabled;

    /// <inheritdoc/>
    public void Verbose(string message)
    {
        // Redacting takes longer than everything else done to log a page.
        if (IsVerboseEnabled)
        {
            log.Verbose(redactor.Clean(message, MaxLength));
        }
    }

    /// <inheritdoc/>
    public void Warning(string message) => log.Warning(redactor.Clean(message, MaxLength));

    // The exception was created with a redactor already.
    /// <inheritdoc/>
    public void Unreadable(PersonioException fault) => log.Unreadable(fault);

    /// <inheritdoc/>
    public void ReportProgress(double done) => log.ReportProgress(done);
}
