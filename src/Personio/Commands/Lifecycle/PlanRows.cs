using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Reads piped rows of a plan: as written, or read back from a CSV file.</summary>
internal static class PlanRows
{
    /// <summary>Converts an object to a row.</summary>
    /// <exception cref="LifecycleException">A column cannot be read (<c>PlanRowChanged</c>).</exception>
    public static PlanRow Read(PSObject item) => item.BaseObject as PlanRow
        ?? PlanRowReader.Read(name => PingOneAccounts.ObjectValue(item, name));
}
