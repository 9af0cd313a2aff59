using System.Management.Automation;

namespace Personio;

/// <summary>Tells whether anybody hears the verbose stream. Most often nobody does, and much would be written to it.</summary>
internal static class VerboseStream
{
    /// <summary>Whether what a cmdlet writes to the verbose stream may be shown or kept. In doubt it is.</summary>
    public static bool IsHeard(PSCmdlet command) =>
        command.MyInvocation.BoundParameters.TryGetValue("Verbose", out object? asked)
            ? asked is not SwitchParameter { IsPresent: false }
            // -Debug makes the engine show both.
            : command.MyInvocation.BoundParameters.ContainsKey("Debug")
                || IsOn(command, "VerbosePreference") || IsOn(command, "DebugPreference");

    private static bool IsOn(PSCmdlet command, string preference) =>
        command.GetVariableValue(preference)?.ToString() is not (null or nameof(ActionPreference.SilentlyContinue));
}
