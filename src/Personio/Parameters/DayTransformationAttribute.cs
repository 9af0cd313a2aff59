using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// A day, or a moment on the wall clock of the company. Never shifted: a moment with a zone is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DayTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Whether a DateTime centuries away is accepted, as the bound of a filter: [datetime]::MaxValue means no bound.
    /// </summary>
    public bool AcceptsAnyYear { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        DateInput.WallClock(inputData, AcceptsAnyYear);
}
