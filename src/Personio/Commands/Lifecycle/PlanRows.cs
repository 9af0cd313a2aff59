using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>Reads rows of a plan that were piped: as they were written, or back from a CSV file.</summary>
internal static class PlanRows
{
    /// <summary>The row of an object.</summary>
    /// <exception cref="LifecycleException">A column cannot be read (<c>PlanRowChanged</c>).</exception>
    public static PlanRow Read(PSObject item) => item.BaseObject as PlanRow
        ?? PlanRowReader.Read(name => PingOneAccounts.ObjectValue(item, name));
}
