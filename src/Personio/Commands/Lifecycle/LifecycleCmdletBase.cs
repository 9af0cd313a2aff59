using System.Management.Automation;
using Personio.Lifecycle;

namespace Personio;

/// <summary>The base of the cmdlets that create, show and apply plans.</summary>
public abstract class LifecycleCmdletBase : PersonioCmdletBase
{
    private protected LifecycleCmdletBase()
    {
    }

    /// <summary>Runs work that everything else depends on: any failure ends the cmdlet.</summary>
    private protected void RunStrictly(object? target, Action body) => RunOrTerminate(target, () =>
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

    /// <summary>The bound rows, each as the object that was passed; null elements are skipped.</summary>
    private protected static IEnumerable<PSObject> Rows(IEnumerable<PSObject?>? bound) =>
        (bound ?? []).OfType<PSObject>();

    /// <summary>The full path of a log, whose folder must exist; null for null.</summary>
    private protected string? LogFile(string? path) => path is null ? null : LocalPath.ResolveFileToWrite(this, path);
}
