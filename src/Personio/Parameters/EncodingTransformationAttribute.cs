using System.Globalization;
using System.Text;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>An encoding, its name, or the number of a code page.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodingTransformationAttribute : TransformationAttributeBase
{
    internal const string CommonEncodings =
        "1252 (or ansi) for a file that a spreadsheet program saved as CSV on Windows, utf8, unicode, another name or "
        + "the number of a code page";

    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        try
        {
            return value is null or Encoding
                ? value
                : FileText.EncodingOf(
                    Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", CultureInfo.CurrentCulture);
        }
        catch (FormatException refusal)
        {
            throw new FormatException($"{refusal.Message} Specify {CommonEncodings}.", refusal);
        }
    }
}
