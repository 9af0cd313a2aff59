using System.Management.Automation.Host;

namespace Personio;

/// <summary>
/// Reports a change directly on the host if its output can no longer be written because the pipeline was stopped: the
/// streams of a stopped pipeline accept nothing.
/// </summary>
internal static class StoppedChange
{
    /// <summary>Reports that a change was made.</summary>
    public static void ReportDone(PSHost? host, LoggedChange change, string? id) => Report(
        host,
        $"The command was stopped, but this change was made: {change}{(id is null ? "" : $", id {id}")}.");

    /// <summary>Reports that the outcome of a change is unknown.</summary>
    public static void ReportUnknown(PSHost? host, LoggedChange change) => Report(
        host,
        $"The command was stopped during a change that may have been made: {change}. Check before you run it again.");

    /// <summary>Writes a warning to the host.</summary>
    public static void Report(PSHost? host, string text)
    {
        try
        {
            host?.UI?.WriteWarningLine(text);
        }
        catch (Exception fault) when (HostFault.IsNoUI(fault))
        {
            // The host has no UI, so nobody can be told.
        }
    }
}
