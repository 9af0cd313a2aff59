using System.Management.Automation;

namespace Personio;

/// <summary>Looks around when the module is imported.</summary>
public sealed class ModuleStart : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        if (Namesake.Warning() is { } text)
        {
            _ = ScriptBlock.Create("param($Text) Microsoft.PowerShell.Utility\\Write-Warning $Text").Invoke(text);
        }
    }
}
