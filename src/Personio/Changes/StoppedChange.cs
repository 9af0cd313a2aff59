using System.Management.Automation.Host;

namespace Personio;

/// <summary>
/// Tells on the host of a change whose output can no longer be written, because the pipeline was stopped: the streams of
/// a stopped pipeline take nothing.
/// </summary>
internal static class StoppedChange
{
    /// <summary>Tells that a change was made.</summary>
    public static void TellDone(PSHost? host, LoggedChange change, string? id) => Tell(
        host,
        $"The command was stopped, but this change was made: {change}{(id is null ? "" : $", id {id}")}.");

    /// <summary>Tells that it is not known whether a change was made.</summary>
    public static void TellUnknown(PSHost? host, LoggedChange change) => Tell(
        host,
        $"The command was stopped during a change that may have been made: {change}. Check before you run it again.");

    /// <summary>Tells something.</summary>
    public static void Tell(PSHost? host, string text)
    {
        try
        {
            host?.UI?.WriteWarningLine(text);
        }
        catch (Exception fault) when (HostFault.IsNoWindow(fault))
        {
            // A host without a window: nobody is there to be told.
        }
    }
}
