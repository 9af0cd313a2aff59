using System.Management.Automation;

namespace Personio;

/// <summary>The cmdlets of the module by what they are about.</summary>
internal static class ExportedCmdlets
{
    // Cmdlets that only read, by their verbs.
    private static readonly string[] s_reading = ["Get", "Save"];

    // Cmdlets whose nouns are not those of the API: the nouns whose areas they read and change.
    private static readonly (string Cmdlet, string[] Reads, string[] Changes)[] s_others =
    [
        ("Compare-PersonioDirectory",
            ["PersonioPerson", "PersonioOrgUnit", "PersonioWorkplace", "PersonioLegalEntity", "PingOneUser",
                "PingOnePopulation", "PingOneAttribute"],
            []),
        ("Export-PersonioAbsenceCalendar",
            ["PersonioAbsencePeriod", "PersonioPerson", "PersonioOrgUnit", "PersonioWorkplace"], []),
        ("Find-PersonioWorkingTimeIssue", ["PersonioAttendancePeriod", "PersonioPerson"], []),
        ("Get-PersonioOrgChart", ["PersonioPerson", "PersonioOrgUnit"], []),
        ("Import-PersonioAbsence", ["PersonioAbsencePeriod", "PersonioPerson"], ["PersonioAbsencePeriod"]),
        ("Import-PersonioAttendance",
            ["PersonioAttendancePeriod", "PersonioPerson", "PersonioProject"], ["PersonioAttendancePeriod"]),
        ("Invoke-PersonioPlan", ["PingOneUser", "PingOnePopulation", "PingOneAttribute"], ["PingOneUser"]),
        ("Measure-PersonioAbsence", ["PersonioAbsencePeriod", "PersonioPerson", "PersonioOrgUnit"], []),
        ("Measure-PersonioAttendance", ["PersonioPerson", "PersonioProject", "PersonioOrgUnit"], []),
    ];

    /// <summary>The names of cmdlets, sorted.</summary>
    /// <param name="module">The module, as a cmdlet of it knows it.</param>
    /// <param name="prefix">What the nouns begin with: the service.</param>
    /// <param name="nouns">The nouns without the prefix.</param>
    /// <param name="isReading">Whether those that read are wanted, or those that change.</param>
    public static ValueList<string> Find(PSModuleInfo module, string prefix, IEnumerable<string> nouns, bool isReading) => new(
    [
        .. module.ExportedCmdlets.Values
            .Where(cmdlet => nouns.Any(noun => Uses(cmdlet, prefix + noun, isReading)))
            .Select(cmdlet => cmdlet.Name)
            .Order(StringComparer.Ordinal),
    ]);

    private static bool Uses(CmdletInfo cmdlet, string noun, bool isReading) =>
        Array.Find(s_others, other => other.Cmdlet == $"{cmdlet.Verb}-{cmdlet.Noun}") is { Cmdlet: not null } other
            ? (isReading ? other.Reads : other.Changes).Contains(noun)
            : cmdlet.Noun == noun && s_reading.Contains(cmdlet.Verb) == isReading;
}
