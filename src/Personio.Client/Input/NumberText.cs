using System.Globalization;
using System.Text.RegularExpressions;

namespace Personio.Client;

/// <summary>
/// Reads amounts and hours from text. Decimals follow a point or the decimal separator of the given culture, as in its
/// CSV files; thousands separators are not allowed. A separator followed by exactly three digits could also separate
/// thousands and is rejected: 1.250 must not be booked as 1.25 if 1,250 was meant.
/// </summary>
public static partial class NumberText
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="culture">The culture whose decimal separator is accepted in addition to the point.</param>
    /// <exception cref="FormatException">The text is not a number, or is ambiguous.</exception>
    public static decimal Read(string text, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(culture);
        string plain = DatePatterns.Plain(text).Trim().Replace('\u2212', '-');
        string sign = culture.NumberFormat.NumberDecimalSeparator;
        if (NumberPattern().Match(plain) is not { Success: true } form
            || (form.Groups["sign"] is { Success: true } written && written.Value != "." && written.Value != sign)
            || !decimal.TryParse(
                plain.Replace(sign, ".", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out decimal number))
        {
            throw new FormatException(
                $"'{text}' is not a number that is safe to read. Specify a number, or text such as 1250.50: a point "
                + "before the decimals and nothing between thousands.");
        }

        // 0.125 cannot contain a thousands separator.
        string whole = form.Groups["whole"].Value;
        string decimals = form.Groups["decimals"].Value;
        return decimals.Length == 3 && whole is not ("0" or "")
            ? throw new FormatException(
                $"'{text}' could be {whole}{decimals} or {whole}.{decimals.TrimEnd('0').PadRight(1, '0')}. Specify "
                + $"{whole}{decimals}, or {whole}.{decimals}0 for the smaller one.")
            : number;
    }

    [GeneratedRegex(@"^[+-]?(?<whole>\d*)(?:(?<sign>[^\d\s+-])(?<decimals>\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
