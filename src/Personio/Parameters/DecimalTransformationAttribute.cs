using System.Collections;
using System.Globalization;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>
/// An amount or a number of hours, also as text in a CSV file, where PowerShell would read 38,5 as 385. An empty cell
/// means not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalTransformationAttribute : TransformationAttributeBase
{
    /// <summary>
    /// Advice for a number with an unquoted decimal comma, which PowerShell parses as a list; null if the value is not
    /// such a list.
    /// </summary>
    internal static string? AdviceForList(object? value) =>
        value is IList { Count: 2 } list && Digits(list[0]) is { } whole && Digits(list[1]) is { } decimals
            ? $"PowerShell reads a comma without quotes as a list, here of {whole} and {decimals}. Write a point "
                + $"before the decimals, such as {whole}.{decimals}."
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
