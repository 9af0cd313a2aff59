using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>The base of the cmdlets that make, show and apply plans.</summary>
public abstract class LifecycleCmdletBase : PersonioCmdletBase
{
    private protected LifecycleCmdletBase()
    {
    }

    /// <summary>Runs what the whole depends on: any fault ends the cmdlet.</summary>
    private protected void RequireAll(object? target, Action body) => OrTerminate(target, () =>
    {
        try
        {
            body();
        }
        catch (LifecycleException fault)
        {
            WriteMessages();
            ThrowTerminatingError(LifecycleRecords.From(fault, target));
        }
    });

    /// <summary>The rows that were bound, each as the object that was given; null elements are left out.</summary>
    private protected static IEnumerable<PSObject> Rows(IEnumerable<PSObject?>? bound) => (bound ?? []).OfType<PSObject>();

    /// <summary>The full path of a log, whose folder has to exist.</summary>
    private protected string? LogFile(string? path) => path is null ? null : LocalPath.FileToWrite(this, path);
}
