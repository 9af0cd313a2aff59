using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>The first day of a month: text such as 2026-05, or any date in the month.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is string text && DateTime.TryParseExact(
            text.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime month))
        {
            return month;
        }

        try
        {
            return DateText.Read(value)?.WallClock is { } day ? new DateTime(day.Year, day.Month, 1) : null;
        }
        catch (ArgumentTransformationMetadataException)
        {
            throw new ArgumentTransformationMetadataException(
                $"'{value}' is no month of a year. Give it as 2026-05 (year-month), or any date in it.");
        }
    }
}
