using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// Date formats with a day, a month, and a year. dd.mm.yyyy is rejected: mm means minutes, so every date would fall in
/// January. A format with only a time would yield today.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateFormatTransformationAttribute : TransformationAttributeBase
{
    // Neither sample is today, falls in January, or is the first of a month.
    private static readonly DateTime[] s_samples = [new(2011, 12, 30), new(2022, 10, 20)];

    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        foreach (string format in LanguagePrimitives.TryConvertTo(value, out string[]? formats) ? formats ?? [] : [])
        {
            if (!s_samples.All(day => IsRead(day, format)))
            {
                throw new FormatException(
                    $"'{format}' is not a format with a day, a month and a year. Specify dd for the day, MM for the "
                    + "month and yyyy for the year, for example dd.MM.yyyy; mm are minutes.");
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
