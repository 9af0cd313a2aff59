using System.Management.Automation;
using Personio.Completers;

namespace Personio;

/// <summary>The states that a filter is known to find. Others are looked for as well: Personio may have new ones.</summary>
internal static class KnownStatus
{
    /// <summary>Whether a state is one of those that were given, as parameters write it or as Personio does.</summary>
    public static bool IsIn(string[] given, string? status) =>
        status is not null && given.Any(one => AreSame(one, status));

    /// <summary>Whether somebody refused a period, so that it takes no time and can be asked for again.</summary>
    public static bool IsRejected(string? status) => "REJECTED".EqualsIgnoringCase(status);

    private static bool AreSame(string one, string other) =>
        one.Replace("_", "", StringComparison.Ordinal)
            .EqualsIgnoringCase(other.Replace("_", "", StringComparison.Ordinal));

    /// <summary>Tells of states that are not known: an empty answer would look like nobody is away.</summary>
    /// <typeparam name="TKnown">The states that are known.</typeparam>
    /// <param name="cmdlet">The cmdlet that warns.</param>
    /// <param name="given">The states that were given; null where none were.</param>
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
