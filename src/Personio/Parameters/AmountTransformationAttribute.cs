using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// An amount. Text is taken with a point before the decimals and without signs between thousands: a comma means
/// decimals in one country and thousands in another, and the engine would read 150,00 as 15000.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AmountTransformationAttribute : ArgumentTransformationAttribute
{
    private const NumberStyles Plain =
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite
        | NumberStyles.AllowTrailingWhite;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return input is not string text ? inputData
            : string.IsNullOrWhiteSpace(text) ? null
            : decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal amount) ? amount
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is not an amount that is safe to read. Give a number, or text such as 1250.50: a point "
                + "before the decimals, nothing between thousands.");
    }
}
