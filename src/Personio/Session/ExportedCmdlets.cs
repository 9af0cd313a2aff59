using System.Management.Automation;

namespace Personio;

/// <summary>The cmdlets of the module by what they are about.</summary>
internal static class ExportedCmdlets
{
    // Cmdlets that only read, by their verbs.
    private static readonly string[] s_reading = ["Get", "Save"];

    // Cmdlets whose nouns are not those of the API, with the noun of what they cannot do without. What they may read
    // besides, as names, is left empty without its scope.
    private static readonly (string Cmdlet, string Noun, bool Reads, bool Changes)[] s_others =
    [
        ("Compare-PersonioDirectory", "PersonioPerson", true, false),
        ("Compare-PersonioDirectory", "PingOneUser", true, false),
        ("Export-PersonioAbsenceCalendar", "PersonioAbsencePeriod", true, false),
        ("Find-PersonioWorkingTimeIssue", "PersonioAttendancePeriod", true, false),
        ("Get-PersonioOrgChart", "PersonioPerson", true, false),
        ("Import-PersonioAbsence", "PersonioAbsencePeriod", true, true),
        ("Import-PersonioAttendance", "PersonioAttendancePeriod", true, true),
        ("Invoke-PersonioPlan", "PingOneUser", true, true),
        ("Measure-PersonioAbsence", "PersonioAbsencePeriod", true, false),
        ("Measure-PersonioAttendance", "PersonioAttendancePeriod", true, false),
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
        (cmdlet.Noun == noun && s_reading.Contains(cmdlet.Verb) == isReading)
        || s_others.Any(other => other.Cmdlet == $"{cmdlet.Verb}-{cmdlet.Noun}" && other.Noun == noun
            && (isReading ? other.Reads : other.Changes));
}
