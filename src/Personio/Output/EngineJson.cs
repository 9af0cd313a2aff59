using System.Management.Automation;

namespace Personio;

/// <summary>Objects of users as JSON, in the words of the engine's own converter: hashtables, PSObjects, dates.</summary>
internal static class EngineJson
{
    /// <summary>An object as JSON on one line.</summary>
    public static string From(PSCmdlet cmdlet, object value) => (string)cmdlet.InvokeCommand.InvokeScript(
        "param($Value) Microsoft.PowerShell.Utility\\ConvertTo-Json -InputObject $Value -Depth 64 -Compress",
        value)[0].BaseObject;
}
