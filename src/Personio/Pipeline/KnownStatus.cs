using System.Management.Automation;
using Personio.Completers;

namespace Personio;

/// <summary>
/// Compares states with the ones a filter is known to find. Unknown states are still sent: Personio may have new ones.
/// </summary>
internal static class KnownStatus
{
    /// <summary>True if a state is among the given ones, in the spelling of the parameters or of Personio.</summary>
    public static bool Contains(string[] statuses, string? status) =>
        status is not null && statuses.Any(first => AreSame(first, status));

    /// <summary>True if a period was rejected, so that it takes no time and can be requested again.</summary>
    public static bool IsRejected(string? status) => "REJECTED".EqualsIgnoringCase(status);

    private static bool AreSame(string first, string second) =>
        first.Replace("_", "", StringComparison.Ordinal)
            .EqualsIgnoringCase(second.Replace("_", "", StringComparison.Ordinal));

    /// <summary>Warns about unknown states: an empty result would look as if nobody were away.</summary>
    /// <typeparam name="TKnown">The known states.</typeparam>
    /// <param name="cmdlet">The cmdlet that warns.</param>
    /// <param name="statuses">The given states; null if none were given.</param>
    public static void Check<TKnown>(Cmdlet cmdlet, string[]? statuses)
        where TKnown : IFixedValues
    {
        string[] known = [.. TKnown.Values.Select(first => first.Text)];
        foreach (string status in statuses ?? [])
        {
            if (!Array.Exists(known, first => AreSame(first, status)))
            {
                cmdlet.WriteWarning(
                    $"Unknown status '{status}'; the filter probably matches nothing. Known values: "
                    + $"{string.Join(", ", known)}.");
            }
        }
    }
}
