using System.Globalization;

namespace Personio.Parameters;

/// <summary>
/// A whole number; an empty cell of a CSV file is a value that is not set. The engine would round others, and leave
/// out those of piped rows that are none.
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
