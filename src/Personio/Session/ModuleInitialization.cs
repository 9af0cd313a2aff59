using System.Management.Automation;

namespace Personio;

/// <summary>Looks around when the module is imported.</summary>
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
