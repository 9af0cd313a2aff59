using System.Management.Automation;

namespace Personio;

/// <summary>
/// The base of the cmdlets that make objects, or change them in a way of their own: one piece of work for each input, and
/// only what was given is sent.
/// </summary>
public abstract class WriteCmdletBase : ConnectedCmdletBase
{
    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void CheckInput() => Given.RefuseLocalDays();
}
