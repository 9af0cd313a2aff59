using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>A day, or a moment on the wall clock. Never shifted: a zone the value carries is left away.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DayTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        DateText.Read(inputData)?.WallClock;
}
