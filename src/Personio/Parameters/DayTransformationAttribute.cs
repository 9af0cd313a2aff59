using System.Collections;

namespace Personio.Parameters;

/// <summary>
/// A day, or a moment on the wall clock of the company; several for a parameter that takes them. Never shifted: a moment
/// with a zone is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DayTransformationAttribute : TransformationAttributeBase
{
    /// <summary>
    /// Whether a DateTime centuries away is accepted, as the bound of a filter: [datetime]::MaxValue means no bound.
    /// </summary>
    public bool AcceptsAnyYear { get; init; }

    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        value is IList several
            ? several.Cast<object?>().Select(item => DateInput.WallClock(item, AcceptsAnyYear)).OfType<DateTime>().ToArray()
            : DateInput.WallClock(value, AcceptsAnyYear);
}
