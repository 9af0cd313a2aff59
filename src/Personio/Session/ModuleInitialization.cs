using System.Management.Automation;

namespace Personio;

/// <summary>Warns at import if another module defines Connect-Personio.</summary>
public sealed class ModuleInitialization : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        if (CommandConflict.Warning() is { } text)
        {
            _ = ScriptBlock.Create("param($Text) Microsoft.PowerShell.Utility\\Write-Warning $Text").Invoke(text);
        }
    }
}
