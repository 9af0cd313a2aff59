using System.Management.Automation;

namespace Personio;

/// <summary>
/// Determines whether the verbose stream is in use. Usually it is not, and much would be written to it.
/// </summary>
internal static class VerboseStream
{
    /// <summary>True if verbose output of a cmdlet may be shown or captured; also true if that is uncertain.</summary>
    public static bool IsInUse(PSCmdlet command) =>
        command.MyInvocation.BoundParameters.TryGetValue("Verbose", out object? requested)
            ? requested is not SwitchParameter { IsPresent: false }
            // -Debug enables both streams.
            : command.MyInvocation.BoundParameters.ContainsKey("Debug")
                || IsOn(command, "VerbosePreference") || IsOn(command, "DebugPreference");

    private static bool IsOn(PSCmdlet command, string preference) =>
        command.GetVariableValue(preference)?.ToString() is not (null or nameof(ActionPreference.SilentlyContinue));
}
