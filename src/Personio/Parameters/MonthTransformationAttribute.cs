using System.Globalization;
using System.Management.Automation;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>The first day of a month: text such as 2026-05, 05.2026 or May 2026, or any date in the month.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        try
        {
            DateTime? month = Text(value) is { } text ? DateInput.ReadText(text, MonthText.Find) : null;
            return (month ?? DateInput.WallClock(value)) is { } day ? new DateTime(day.Year, day.Month, 1) : null;
        }
        catch (ArgumentTransformationMetadataException refusal)
        {
            // That March is not a date either adds nothing; why 03/08/2026 is not accepted does.
            string reason = refusal.Message.Contains("is not a date", StringComparison.Ordinal) && !IsLikeDate(value)
                ? ""
                : $" {refusal.Message}";
            throw new FormatException(
                $"'{value}' is not a month of a year. Specify it as 2026-05 (year-month), or any date in it.{reason}",
                refusal);
        }
    }

    // PowerShell parses an unquoted 11.2026 as a number, and 10.2030 as 10.203.
    private static string? Text(object? value) => value switch
    {
        string text => text,
        double number when number.ToString(CultureInfo.InvariantCulture).Split('.') is [_, { Length: 3 or 4 }] =>
            number.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsLikeDate(object? value) => value is string text
        && text.Split([' ', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries)
            .Count(part => char.IsAsciiDigit(part[0])) > 2;
}
