using System.Management.Automation;

namespace Personio;

/// <summary>The states that a filter is known to find. Others are looked for as well: Personio may have new ones.</summary>
internal static class KnownStatus
{
    /// <summary>The states of approval of an absence, and what they mean.</summary>
    public static readonly (string Name, string Meaning)[] Absence =
    [
        ("Approved", "approved"),
        ("DeletionPending", "approved; its withdrawal waits for approval, and until then the person is away"),
        ("Pending", "waits for approval"),
        ("Rejected", "rejected"),
        ("SubstituteRequested", "waits for the substitute, and then for approval"),
    ];

    /// <summary>The states of approval of an attendance period, and what they mean.</summary>
    public static readonly (string Name, string Meaning)[] Attendance =
        [("Confirmed", "confirmed"), ("Pending", "waits for approval"), ("Rejected", "rejected")];

    /// <summary>Whether a state is one of those that were given, as parameters write it or as Personio does.</summary>
    public static bool IsIn(string[] given, string? status) =>
        status is not null && given.Any(one => AreSame(one, status));

    private static bool AreSame(string one, string other) => string.Equals(
        one.Replace("_", "", StringComparison.Ordinal),
        other.Replace("_", "", StringComparison.Ordinal),
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells of states that are not known: an empty answer would look like nobody is away.</summary>
    public static void Check(Cmdlet cmdlet, string[]? given, (string Name, string Meaning)[] known)
    {
        foreach (string status in given ?? [])
        {
            if (!known.Any(one => AreSame(one.Name, status)))
            {
                cmdlet.WriteWarning(
                    $"No status '{status}' is known, and probably nothing has it. Known are "
                    + $"{string.Join(", ", known.Select(one => one.Name))}.");
            }
        }
    }
}
