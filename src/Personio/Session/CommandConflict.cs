using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Personio;

/// <summary>
/// Tells of PSPersonio, another module, which has a Connect-Personio as well. Its is a function, and PowerShell takes a
/// function before a cmdlet, whichever module was imported last.
/// </summary>
internal static class CommandConflict
{
    private const string Text =
        "Module PSPersonio also defines Connect-Personio. Use Personio\\Connect-Personio for this module, or reimport the "
        + "other one with Remove-Module PSPersonio; Import-Module PSPersonio -Prefix Old.";

    // Once is enough for whoever works in a runspace, also where the module is imported there again.
    private static readonly ConditionalWeakTable<Runspace, object> s_told = [];

    /// <summary>What to type in this runspace for the Connect-Personio of this module.</summary>
    public static string Connect => IsHere ? @"Personio\Connect-Personio" : "Connect-Personio";

    // Looked for where functions are: Get-Command would load a module that has one. A module that was imported with a
    // prefix is in nobody's way. The script is no more than the way to the functions: one that looks itself would have to
    // be compiled, which takes a tenth of the import.
    private static bool IsHere =>
        ScriptBlock.Create("$ExecutionContext").Invoke() is [{ BaseObject: EngineIntrinsics engine }]
        && engine.SessionState.PSVariable.GetValue("function:Connect-Personio") is ScriptBlock { Module.Name: "PSPersonio" };

    /// <summary>What to warn of in this runspace; null where there is nothing, or it was said before.</summary>
    public static string? Warning()
    {
        Runspace here = Runspace.DefaultRunspace;
        if (s_told.TryGetValue(here, out _) || !IsHere)
        {
            return null;
        }

        s_told.AddOrUpdate(here, Text);
        return Text;
    }
}
