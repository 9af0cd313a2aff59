using System.Globalization;
using System.Management.Automation;
using System.Text;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>An encoding, its name, or the number of its code page.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodingTransformationAttribute : ArgumentTransformationAttribute
{
    internal const string Usual =
        "1252 (or ansi) for a file that a spreadsheet program saved as CSV on Windows, utf8, unicode, another name or the "
        + "number of a code page";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return input is null or Encoding
                ? input
                : FileText.EncodingOf(
                    Convert.ToString(input, CultureInfo.InvariantCulture) ?? "", CultureInfo.CurrentCulture);
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException($"{refusal.Message} Specify {Usual}.", refusal);
        }
    }
}
