namespace Personio.Parameters;

/// <summary>
/// An instant. Without a zone it is meant in the time zone of this computer, as everywhere in PowerShell.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        DateInput.Read(value) is { } date ? date.Utc ?? date.WallClock : null;
}
