using System.Management.Automation;

namespace Personio;

/// <summary>The cmdlets of the module by what they are about.</summary>
internal static class ExportedCmdlets
{
    // Cmdlets that only read, by their verbs.
    private static readonly string[] s_reading = ["Get", "Save", "Measure"];

    /// <summary>The names of cmdlets, sorted.</summary>
    /// <param name="module">The module, as a cmdlet of it knows it.</param>
    /// <param name="prefix">What the nouns begin with: the service.</param>
    /// <param name="nouns">The nouns without the prefix.</param>
    /// <param name="isReading">Whether those that read are wanted, or those that change.</param>
    public static ValueList<string> Find(PSModuleInfo module, string prefix, IEnumerable<string> nouns, bool isReading) => new(
    [
        .. module.ExportedCmdlets.Values
            .Where(cmdlet => nouns.Any(noun => cmdlet.Noun == prefix + noun) && s_reading.Contains(cmdlet.Verb) == isReading)
            .Select(cmdlet => cmdlet.Name)
            .Order(StringComparer.Ordinal),
    ]);
}
