using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// A whole number; an empty cell of a CSV file is a value that is not set. The engine would round others, and leave
/// out those of piped rows that are none.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        string text = Convert.ToString(input, CultureInfo.InvariantCulture)?.Trim() ?? "";
        return text.Length == 0 ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a whole number.");
    }
}
