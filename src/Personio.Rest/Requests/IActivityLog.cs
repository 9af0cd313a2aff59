namespace Personio.Rest;

/// <summary>Receives what the client reports. Called from any thread; never receives a secret or a body.</summary>
public interface IActivityLog
{
    /// <summary>Whether anyone reads verbose messages; if not, they need not be built.</summary>
    bool IsVerboseEnabled => true;

    /// <summary>Reports what a user would ask about: requests, waits, skipped rows.</summary>
    void Verbose(string message);

    /// <summary>Reports what a user should know or change.</summary>
    void Warning(string message);

    /// <summary>Reports a row of a list that cannot be read. The other rows are returned.</summary>
    /// <param name="fault">Which row could not be read, and why.</param>
    void Unreadable(PersonioException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Warning(fault.Message);
    }

    /// <summary>Reports the progress of a long list, from 0 to 1.</summary>
    void ReportProgress(double done);
}
