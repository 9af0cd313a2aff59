namespace Personio.Rest;

/// <summary>Where the client tells what it does. Called from any thread; never gets a secret or a body.</summary>
public interface IActivityLog
{
    /// <summary>Whether what is told verbosely comes to anybody; else it need not be made.</summary>
    bool HearsVerbose => true;

    /// <summary>Tells what a user would ask about: requests, waits, rows left out.</summary>
    void Verbose(string message);

    /// <summary>Tells what a user should know or change.</summary>
    void Warning(string message);

    /// <summary>Tells of a row of a listing that cannot be read. The others come.</summary>
    /// <param name="fault">Which row of what, and why.</param>
    void Unreadable(PersonioException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Warning(fault.Message);
    }

    /// <summary>Tells how much of a long listing is done, from 0 to 1.</summary>
    void Share(double done);
}
