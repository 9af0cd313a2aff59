using System.Management.Automation;
using Personio.Client;

namespace Personio;

/// <summary>Ends the sessions of the runspace when the module is removed from it.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        foreach (PersonioSession session in CurrentSession.Here.All)
        {
            CurrentSession.Here.Remove(session);
        }
    }
}
