using System.Globalization;

namespace Personio.Rest.Http;

/// <summary>Logs waits: short ones for those who want details, long ones for everyone.</summary>
internal static class WaitMessages
{
    private static readonly TimeSpan s_warningThreshold = TimeSpan.FromSeconds(10);

    /// <summary>Writes "reason; waiting n s" to Verbose, or to Warning if the wait exceeds 10 s.</summary>
    public static void LogWait(this IActivityLog log, string reason, TimeSpan wait)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{reason}; waiting {Math.Max(0.1, wait.TotalSeconds):0.#} s.");
        if (wait > s_warningThreshold)
        {
            log.Warning(message);
        }
        else
        {
            log.Verbose(message);
        }
    }
}
