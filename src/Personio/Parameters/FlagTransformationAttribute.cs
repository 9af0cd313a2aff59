using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>True or false, also as text in a CSV file. An empty cell means not set.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FlagTransformationAttribute : TransformationAttributeBase
{
    /// <summary>True if empty text means false; otherwise it means not set.</summary>
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
