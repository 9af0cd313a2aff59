using System.Management.Automation;

namespace Personio;

/// <summary>
/// Converts user objects to JSON with PowerShell's ConvertTo-Json, which handles hashtables, PSObjects, and dates.
/// </summary>
internal static class EngineJson
{
    /// <summary>Returns an object as JSON on one line.</summary>
    public static string From(PSCmdlet cmdlet, object value) => (string)cmdlet.InvokeCommand.InvokeScript(
        "param($Value) Microsoft.PowerShell.Utility\\ConvertTo-Json -InputObject $Value -Depth 64 -Compress",
        value)[0].BaseObject;
}
