using System.Globalization;

namespace Personio.Rest.Http;

/// <summary>Tells of waits: short ones to who asks, long ones to everybody.</summary>
internal static class WaitMessages
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    /// <summary>Writes "reason; waiting n s" on Verbose, beyond 10 s on Warning.</summary>
    public static void TellWait(this IActivityLog log, string reason, TimeSpan wait)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture, $"{reason}; waiting {Math.Max(0.1, wait.TotalSeconds):0.#} s.");
        if (wait > s_long)
        {
            log.Warning(message);
        }
        else
        {
            log.Verbose(message);
        }
    }
}
