using System.Management.Automation;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>The first day of a month: text such as 2026-05, 05.2026 or May 2026, or any date in the month.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            DateTime? month = value is string text ? DateInput.OfText(text, MonthText.Find) : null;
            return (month ?? DateInput.WallClock(value)) is { } day ? new DateTime(day.Year, day.Month, 1) : null;
        }
        catch (ArgumentTransformationMetadataException refusal)
        {
            throw new ArgumentTransformationMetadataException(
                $"'{value}' is not a month of a year. Specify it as 2026-05 (year-month), or any date in it. "
                + refusal.Message,
                refusal);
        }
    }
}
