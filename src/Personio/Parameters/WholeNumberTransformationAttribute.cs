using System.Globalization;

namespace Personio.Parameters;

/// <summary>
/// A whole number. An empty cell of a CSV file means not set. Without this attribute, PowerShell would round decimals
/// and silently skip values in piped rows that are not numbers.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "";
        return text.Length == 0 ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
            : throw new FormatException($"'{text}' is not a whole number.");
    }
}
