using System.Management.Automation;
using Personio.Completers;

namespace Personio;

/// <summary>
/// Compares states with the ones a filter is known to find. Unknown states are still sent: Personio may have new ones.
/// </summary>
internal static class KnownStatus
{
    /// <summary>True if a state is among the given ones, in the spelling of the parameters or of Personio.</summary>
    public static bool IsIn(string[] given, string? status) =>
        status is not null && given.Any(one => AreSame(one, status));

    /// <summary>True if a period was rejected, so that it takes no time and can be requested again.</summary>
    public static bool IsRejected(string? status) => "REJECTED".EqualsIgnoringCase(status);

    private static bool AreSame(string one, string other) =>
        one.Replace("_", "", StringComparison.Ordinal)
            .EqualsIgnoringCase(other.Replace("_", "", StringComparison.Ordinal));

    /// <summary>Warns about unknown states: an empty result would look as if nobody were away.</summary>
    /// <typeparam name="TKnown">The known states.</typeparam>
    /// <param name="cmdlet">The cmdlet that warns.</param>
    /// <param name="given">The given states; null if none were given.</param>
    public static void Check<TKnown>(Cmdlet cmdlet, string[]? given)
        where TKnown : IFixedValues
    {
        string[] known = [.. TKnown.Values.Select(one => one.Text)];
        foreach (string status in given ?? [])
        {
            if (!Array.Exists(known, one => AreSame(one, status)))
            {
                cmdlet.WriteWarning(
                    $"Unknown status '{status}'; the filter probably matches nothing. Known values: "
                    + $"{string.Join(", ", known)}.");
            }
        }
    }
}
