using System.Globalization;

namespace Personio.Rest;

/// <summary>Numbers of any length, in the first type that preserves all their digits.</summary>
internal static class ExactNumber
{
    /// <summary>The number as a decimal, otherwise as a double, otherwise the text itself.</summary>
    /// <param name="text">A number in JSON notation.</param>
    public static object Parse(string text) => Decimal(text) ?? Double(text) ?? (object)text;

    /// <summary>The number as a decimal; null if a decimal does not preserve all digits.</summary>
    public static decimal? Decimal(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
        && Digits(text!) == Digits(number.ToString(CultureInfo.InvariantCulture))
            ? number
            : null;

    /// <summary>The number as a double; null if it does not round-trip with the same digits.</summary>
    public static double? Double(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        && double.IsFinite(number)
        && Digits(text!) == Digits(number.ToString("R", CultureInfo.InvariantCulture))
            ? number
            : null;

    // The value independent of its notation: the sign, the digits without zeros at either end, and the power of ten of
    // the last digit.
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
