using System.Management.Automation;

namespace Personio;

/// <summary>Finds the module's cmdlets by the nouns they work with.</summary>
internal static class ExportedCmdlets
{
    // The verbs of cmdlets that only read.
    private static readonly string[] s_readVerbs = ["Get", "Save"];

    // Cmdlets whose nouns are not API nouns, with the noun of the data that they require. Optional data, such as names,
    // is left empty without its scope.
    private static readonly (string Cmdlet, string Noun, bool Reads, bool Changes)[] s_otherCmdlets =
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

    /// <summary>Returns the names of cmdlets, sorted.</summary>
    /// <param name="module">The module, from one of its cmdlets.</param>
    /// <param name="prefix">The service name that prefixes the nouns.</param>
    /// <param name="nouns">The nouns without the prefix.</param>
    /// <param name="isReading">True for cmdlets that read, false for cmdlets that make changes.</param>
    public static ValueList<string> Find(
        PSModuleInfo module, string prefix, IEnumerable<string> nouns, bool isReading) => new(
        [
            .. module.ExportedCmdlets.Values
                .Where(cmdlet => nouns.Any(noun => Uses(cmdlet, prefix + noun, isReading)))
                .Select(cmdlet => cmdlet.Name)
                .Order(StringComparer.Ordinal),
        ]);

    private static bool Uses(CmdletInfo cmdlet, string noun, bool isReading) =>
        (cmdlet.Noun == noun && s_readVerbs.Contains(cmdlet.Verb) == isReading)
        || s_otherCmdlets.Any(other => other.Cmdlet == $"{cmdlet.Verb}-{cmdlet.Noun}" && other.Noun == noun
            && (isReading ? other.Reads : other.Changes));
}
