using System.Management.Automation;
using Personio.Client;
using Personio.PingOne;

namespace Personio;

/// <summary>Ends the sessions of the runspace when the module is removed from it.</summary>
public sealed class ModuleRemoval : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionTable<PersonioSession>.InRunspace.Clear();
        SessionTable<PingOneSession>.InRunspace.Clear();
    }
}
