using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>Accepts a session object or the name of a session in this runspace.</summary>
/// <typeparam name="TSession">The session type of the service.</typeparam>
internal static class SessionInput<TSession>
    where TSession : class, IServiceSession
{
    /// <summary>Returns the session.</summary>
    /// <exception cref="FormatException">The value is null, is not a session, or no session has this name.</exception>
    public static object? Read(object? value)
    {
        string service = typeof(TSession).Name.Replace("Session", "", StringComparison.Ordinal);
        return value switch
        {
            TSession => value,
            null => throw new FormatException(
                "The session is null, so it is not clear where to work. Specify the object that "
                + $"Connect-{service} -PassThru writes, or a name; omit -Session to use the current session."),
            string name => SessionTable<TSession>.InRunspace.Find(name)
                ?? throw new FormatException(SessionTable<TSession>.InRunspace.Unknown(name)),
            _ when IsCopy(value) => throw new FormatException(
                "This session was deserialized from another process and cannot be used here. Connect in this process, "
                + $"for example with credentials from the environment ({service.ToUpperInvariant()}_CLIENT_ID and so "
                + "on). ForEach-Object -Parallel and Start-ThreadJob stay in one process and take the session itself, "
                + "as -Session $using:session."),
            _ => throw new FormatException(
                $"A value of type {TypeOf(value).Name} is not a session. Specify the object that "
                + $"Connect-{service} -PassThru writes, or a name."),
        };
    }

    private static Type TypeOf(object value) => ((value as PSObject)?.BaseObject ?? value).GetType();

    private static bool IsCopy(object? input) =>
        input is PSObject copy && copy.TypeNames.Contains("Deserialized." + typeof(TSession).FullName);
}
