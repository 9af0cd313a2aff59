using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>An address; an empty cell of a CSV file is one that is not set. Text that is none is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddressTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        string text = input?.ToString()?.Trim() ?? "";
        return input is Uri ? input
            : text.Length == 0 ? null
            : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address) ? address
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a valid URL.");
    }
}
