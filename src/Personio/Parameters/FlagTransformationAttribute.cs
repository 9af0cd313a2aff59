using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// True or false, also as the text that a cell of a CSV file has; an empty one is a value that is not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagTransformationAttribute : TransformationAttributeBase
{
    /// <summary>Whether an empty text means false; else it is not a value at all.</summary>
    public bool IsEmptyFalse { get; init; }

    /// <inheritdoc/>
    protected override object? Transform(object? value) => value switch
    {
        SwitchParameter flag => flag.IsPresent,
        string text when string.IsNullOrWhiteSpace(text) => IsEmptyFalse ? false : null,
        null when IsEmptyFalse => false,
        string text => bool.TryParse(text, out bool flag)
            ? flag
            : throw new FormatException($"'{text}' is neither true nor false."),
        _ => value,
    };
}
