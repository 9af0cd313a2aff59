namespace Personio.Parameters;

/// <summary>An instant. Without a UTC offset, this computer's time zone applies, as everywhere in PowerShell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        DateInput.Read(value) is { } date ? date.Utc ?? date.WallClock : null;
}
