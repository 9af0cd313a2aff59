using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// An instant. Without a zone it is meant in the time zone of this computer, as everywhere in PowerShell.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        DateInput.Read(inputData) is { } date ? date.Utc ?? date.WallClock : null;
}
