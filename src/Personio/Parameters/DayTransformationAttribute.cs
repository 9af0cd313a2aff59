using System.Collections;

namespace Personio.Parameters;

/// <summary>
/// A day or local time of the company, or several if the parameter takes them. Never converted: a value with a UTC
/// offset is rejected.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DayTransformationAttribute : TransformationAttributeBase
{
    /// <summary>
    /// True to accept a DateTime centuries away, for the bound of a filter: [datetime]::MaxValue means no bound.
    /// </summary>
    public bool AcceptsAnyYear { get; init; }

    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        value is IList items
            ? items.Cast<object?>().Select(item => DateInput.WallClock(item, AcceptsAnyYear))
                .OfType<DateTime>().ToArray()
            : DateInput.WallClock(value, AcceptsAnyYear);
}
