namespace Personio;

/// <summary>The base of the cmdlets that change something in PingOne.</summary>
public abstract class PingOneChangeCmdletBase : PingOneCmdletBase
{
    private protected PingOneChangeCmdletBase() => Flow = new ChangeFlow(this, "PingOne");

    private protected ChangeFlow Flow { get; }

    /// <summary>Ends an import that runs into an outage.</summary>
    private protected override void AfterError(PersonioException fault)
    {
        if (Flow.OutageAfter(fault) is { } outage)
        {
            BeforeError();
            ThrowTerminatingError(Errors.CreateRecord(outage, Noun, null));
        }
    }
}
