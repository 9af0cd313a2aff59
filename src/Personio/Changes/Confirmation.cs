using System.Management.Automation;

namespace Personio;

/// <summary>
/// Asks for confirmation before a change, following -Confirm and -WhatIf. The user sees names; the verbose stream,
/// which ends up in logs, gets only IDs.
/// </summary>
internal static class Confirmation
{
    /// <summary>Returns true if a change may be made.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="target">The object to change, for the prompt and for -WhatIf. May contain names.</param>
    /// <param name="action">The operation, for the prompt and for -WhatIf.</param>
    /// <param name="logged">The change for the verbose stream: only kinds and IDs, no other data of a person.</param>
    public static bool Request(PSCmdlet command, string target, string action, LoggedChange logged)
    {
        // Target and action are kept on one line each, so that a name cannot fake further output.
        string description = Sentence(PlainText.OneLine(target), PlainText.OneLine(action));
        return command.ShouldProcess(
            IsWhatIf(command) ? description : Sentence(logged.Target, logged.Action),
            $"Are you sure you want to perform this action?\n{description}",
            "Confirm");
    }

    /// <summary>True if the command only describes what it would do.</summary>
    public static bool IsWhatIf(PSCmdlet command) => LanguagePrimitives.IsTrue(
        command.MyInvocation.BoundParameters.GetValueOrDefault("WhatIf")
        ?? command.GetVariableValue("WhatIfPreference"));

    /// <summary>With -WhatIf, describes what else would happen.</summary>
    public static void Describe(PSCmdlet command, string text) => _ = command.ShouldProcess(text, "", "");

    // The same sentence as PowerShell's own.
    private static string Sentence(string target, string action) =>
        $"Performing the operation \"{action}\" on target \"{target}\".";
}
