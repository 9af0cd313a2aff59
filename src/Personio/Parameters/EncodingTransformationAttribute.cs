using System.Globalization;
using System.Management.Automation;
using System.Text;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>An encoding, its name, or the number of its code page.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EncodingTransformationAttribute : ArgumentTransformationAttribute
{
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
            throw new ArgumentTransformationMetadataException(refusal.Message, refusal);
        }
    }
}
