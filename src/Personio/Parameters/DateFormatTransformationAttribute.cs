using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// Formats of dates that have a day, a month and a year. dd.mm.yyyy is refused: mm are minutes, so that all dates would
/// lie in January, and a format of times alone would mean today.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateFormatTransformationAttribute : TransformationAttributeBase
{
    // Neither of them is today, nor is its month January or its day the first.
    private static readonly DateTime[] s_samples = [new(2011, 12, 30), new(2022, 10, 20)];

    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        foreach (string format in LanguagePrimitives.TryConvertTo(value, out string[]? formats) ? formats ?? [] : [])
        {
            if (!s_samples.All(day => IsRead(day, format)))
            {
                throw new FormatException(
                    $"'{format}' is not a format with a day, a month and a year. Specify dd for the day, MM for the month "
                    + "and yyyy for the year, for example dd.MM.yyyy; mm are minutes.");
            }
        }

        return value;
    }

    private static bool IsRead(DateTime day, string format)
    {
        try
        {
            return DateTime.TryParseExact(
                    day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture,
                    DateTimeStyles.None, out DateTime read)
                && read.Date == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
