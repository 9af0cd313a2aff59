using System.Management.Automation;

namespace Personio;

/// <summary>
/// The base of the cmdlets that create objects or change them in their own way: one operation for each input, and only
/// specified values are sent.
/// </summary>
public abstract class WriteCmdletBase : ConnectedCmdletBase
{
    /// <summary>The object or row that the other parameters are bound from.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void CheckInput() => Given.RejectLocalDays();
}
