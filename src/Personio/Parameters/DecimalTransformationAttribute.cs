using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Personio.Client;

namespace Personio.Parameters;

/// <summary>
/// An amount or a number of hours, also as the text of a CSV file; the engine would read 38,5 as 385. An empty cell is
/// a value that is not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalTransformationAttribute : ArgumentTransformationAttribute
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
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return input switch
            {
                string text when string.IsNullOrWhiteSpace(text) => null,
                string text => NumberText.Read(text, CultureInfo.CurrentCulture),
                IList => throw new FormatException(
                    AdviceForList(input) ?? "One number is expected, not a list: write it with a point, such as 38.5."),
                _ => inputData,
            };
        }
        catch (FormatException refusal)
        {
            throw new ArgumentTransformationMetadataException(refusal.Message, refusal);
        }
    }

    private static string? Digits(object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) is int or long
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;
}
