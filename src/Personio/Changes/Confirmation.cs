using System.Management.Automation;

namespace Personio;

/// <summary>
/// Asks before something is changed, as -Confirm and -WhatIf want it. Whoever decides is told names; the verbose stream,
/// which ends up in logs, gets ids only.
/// </summary>
internal static class Confirmation
{
    /// <summary>Asks whether a change may be made.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="target">What is changed, for the question and for -WhatIf. Names are welcome.</param>
    /// <param name="action">What is done to it, for the question and for -WhatIf.</param>
    /// <param name="logged">The change for the verbose stream: kinds and ids, nothing else of a person.</param>
    public static bool Ask(PSCmdlet command, string target, string action, LoggedChange logged)
    {
        // On one line each, so that no name can pretend to be more than a name.
        string told = Sentence(PlainText.OneLine(target), PlainText.OneLine(action));
        return command.ShouldProcess(
            IsWhatIf(command) ? told : Sentence(logged.Target, logged.Action),
            $"Are you sure you want to perform this action?\n{told}",
            "Confirm");
    }

    /// <summary>Whether the command only says what it would do.</summary>
    public static bool IsWhatIf(PSCmdlet command) => LanguagePrimitives.IsTrue(
        command.MyInvocation.BoundParameters.GetValueOrDefault("WhatIf")
        ?? command.GetVariableValue("WhatIfPreference"));

    /// <summary>Says, with -WhatIf, what else would happen.</summary>
    public static void Tell(PSCmdlet command, string text) => _ = command.ShouldProcess(text, "", "");

    // The words of the engine.
    private static string Sentence(string target, string action) =>
        $"Performing the operation \"{action}\" on target \"{target}\".";
}
