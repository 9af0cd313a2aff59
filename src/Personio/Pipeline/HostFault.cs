using System.Management.Automation.Host;

namespace Personio;

/// <summary>Recognizes exceptions of hosts without a UI, such as jobs, services, and remote sessions.</summary>
internal static class HostFault
{
    /// <summary>True if an exception only means that the host cannot show or ask anything.</summary>
    public static bool IsNoUI(Exception fault) =>
        fault is HostException or NotImplementedException or InvalidOperationException or NotSupportedException
            or IOException;
}
