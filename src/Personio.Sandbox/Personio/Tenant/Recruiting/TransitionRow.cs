namespace Personio.Sandbox.Tenant;

/// <summary>The moment at which an application entered a stage.</summary>
internal sealed class TransitionRow : Row
{
    public required Stage Stage { get; init; }

    public DateTimeOffset EnteredAt { get; init; }

    protected override object Response => new TransitionResponse(EnteredAt, Stage);
}
