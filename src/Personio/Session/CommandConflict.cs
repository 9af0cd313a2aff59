using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Personio;

/// <summary>
/// Detects the module PSPersonio, which also defines Connect-Personio. It defines a function, and PowerShell prefers
/// functions over cmdlets, regardless of import order.
/// </summary>
internal static class CommandConflict
{
    private const string WarningText =
        "Module PSPersonio also defines Connect-Personio. Use Personio\\Connect-Personio for this module, or reimport "
        + "the other one with Remove-Module PSPersonio; Import-Module PSPersonio -Prefix Old.";

    // One warning per runspace is enough, even if the module is imported there again.
    private static readonly ConditionalWeakTable<Runspace, object> s_warned = [];

    /// <summary>The command that runs this module's Connect-Personio in this runspace.</summary>
    public static string Connect => IsLoaded ? @"Personio\Connect-Personio" : "Connect-Personio";

    // Reads the function: drive, because Get-Command would autoload a module that defines the command. A module
    // imported with a prefix causes no conflict. The script only returns the engine intrinsics: a script that does the
    // lookup itself would have to be compiled, which takes a tenth of the import time.
    private static bool IsLoaded =>
        ScriptBlock.Create("$ExecutionContext").Invoke() is [{ BaseObject: EngineIntrinsics engine }]
        && engine.SessionState.PSVariable.GetValue("function:Connect-Personio")
            is ScriptBlock { Module.Name: "PSPersonio" };

    /// <summary>
    /// Returns the warning for this runspace; null if no conflict exists or the warning was already given.
    /// </summary>
    public static string? Warning()
    {
        Runspace runspace = Runspace.DefaultRunspace;
        if (s_warned.TryGetValue(runspace, out _) || !IsLoaded)
        {
            return null;
        }

        s_warned.AddOrUpdate(runspace, WarningText);
        return WarningText;
    }
}
