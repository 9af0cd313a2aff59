using System.Management.Automation.Host;

namespace Personio;

/// <summary>What hosts throw that have no window: jobs, services, remote ends.</summary>
internal static class HostFault
{
    /// <summary>Whether an exception only says that the host cannot show or ask anything.</summary>
    public static bool IsNoWindow(Exception fault) =>
        fault is HostException or NotImplementedException or InvalidOperationException or NotSupportedException or IOException;
}
