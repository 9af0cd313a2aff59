using System.Globalization;

namespace Personio.Rest;

/// <summary>Numbers of any length, in the first type that holds every digit of them.</summary>
internal static class ExactNumber
{
    /// <summary>A decimal, else a double, else the text itself.</summary>
    /// <param name="text">A number as JSON writes it.</param>
    public static object Parse(string text) => Decimal(text) ?? Double(text) ?? (object)text;

    /// <summary>The number as decimal; null where it does not hold every digit.</summary>
    public static decimal? Decimal(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        && Digits(text!) == Digits(number.ToString(CultureInfo.InvariantCulture))
            ? number
            : null;

    /// <summary>The number as double; null where it does not come out again with the same digits.</summary>
    public static double? Double(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
        && Digits(text!) == Digits(number.ToString("R", CultureInfo.InvariantCulture))
            ? number
            : null;

    // The value apart from how it is written: sign, digits without zeros at either end, and the power of ten of the
    // last one.
    private static (bool IsNegative, string Digits, long Power) Digits(string text)
    {
        ReadOnlySpan<char> number = text.AsSpan().Trim();
        bool isNegative = number.StartsWith("-");
        number = number.TrimStart("+-");
        int e = number.IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = e < 0 ? number : number[..e];
        long power = 0;
        if (e >= 0 && !long.TryParse(
            number[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
        {
            return (isNegative, text, 0);
        }

        int point = mantissa.IndexOf('.');
        power -= point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        string significant = digits.TrimEnd('0');
        return significant.Length == 0
            ? (false, "", 0)
            : (isNegative, significant, power + digits.Length - significant.Length);
    }
}
