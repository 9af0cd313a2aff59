using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// True or false, also as the text that a cell of a CSV file has; an empty one is a value that is not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether an empty text means false; else it is not a value at all.</summary>
    public bool IsEmptyFalse { get; init; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            SwitchParameter flag => flag.IsPresent,
            string text when string.IsNullOrWhiteSpace(text) => IsEmptyFalse ? false : null,
            null when IsEmptyFalse => false,
            string text => bool.TryParse(text, out bool flag)
                ? flag
                : throw new ArgumentTransformationMetadataException($"'{text}' is neither true nor false."),
            _ => inputData,
        };
}
