using System.Collections;
using System.Globalization;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>
/// An amount or a number of hours, also as the text of a CSV file; the engine would read 38,5 as 385. An empty cell is
/// a value that is not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalTransformationAttribute : TransformationAttributeBase
{
    /// <summary>
    /// What to write in place of a number with a comma that stands without quotes, which the engine makes a list of;
    /// null where the value is no such list.
    /// </summary>
    internal static string? AdviceForList(object? value) =>
        value is IList { Count: 2 } list && Digits(list[0]) is { } whole && Digits(list[1]) is { } decimals
            ? $"PowerShell reads a comma without quotes as a list, here of {whole} and {decimals}. Write a point before "
                + $"the decimals, such as {whole}.{decimals}."
            : null;

    /// <inheritdoc/>
    protected override object? Transform(object? value) => value switch
    {
        string text when string.IsNullOrWhiteSpace(text) => null,
        string text => NumberText.Read(text, CultureInfo.CurrentCulture),
        IList => throw new FormatException(
            AdviceForList(value) ?? "One number is expected, not a list: write it with a point, such as 38.5."),
        _ => value,
    };

    private static string? Digits(object? value) =>
        PipelineInput.Unwrap(value) is int or long
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;
}
