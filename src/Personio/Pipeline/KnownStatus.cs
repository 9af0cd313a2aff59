using System.Management.Automation;

namespace Personio;

/// <summary>The states that a filter is known to find. Others are looked for as well: Personio may have new ones.</summary>
internal static class KnownStatus
{
    /// <summary>The states of approval of an absence, and what they mean.</summary>
    public static readonly (string Name, string Meaning)[] Absence =
        [("Approved", "approved"), ("Pending", "waits for approval"), ("Rejected", "rejected")];

    /// <summary>The states of approval of an attendance period, and what they mean.</summary>
    public static readonly (string Name, string Meaning)[] Attendance =
        [("Confirmed", "confirmed"), ("Pending", "waits for approval"), ("Rejected", "rejected")];

    /// <summary>Tells of states that are not known: an empty answer would look like nobody is away.</summary>
    public static void Check(Cmdlet cmdlet, string[]? given, (string Name, string Meaning)[] known)
    {
        foreach (string status in given ?? [])
        {
            if (!known.Any(one => one.Name.Equals(status, StringComparison.OrdinalIgnoreCase)))
            {
                cmdlet.WriteWarning(
                    $"No status '{status}' is known, and probably nothing has it. Known are "
                    + $"{string.Join(", ", known.Select(one => one.Name))}.");
            }
        }
    }
}
