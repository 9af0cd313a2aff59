namespace Personio.Rest;

/// <summary>Receives what the client reports. Called from any thread; never gets a secret or a body.</summary>
public interface IActivityLog
{
    /// <summary>Whether anyone reads verbose messages; if not, they need not be built.</summary>
    bool IsVerboseEnabled => true;

    /// <summary>Reports what a user would ask about: requests, waits, skipped rows.</summary>
    void Verbose(string message);

    /// <summary>Reports what a user should know or change.</summary>
    void Warning(string message);

    /// <summary>Reports a row of a listing that cannot be read. The others are returned.</summary>
    /// <param name="fault">Which row of what, and why.</param>
    void Unreadable(PersonioException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Warning(fault.Message);
    }

    /// <summary>Reports how much of a long listing is done, from 0 to 1.</summary>
    void ReportProgress(double done);
}
