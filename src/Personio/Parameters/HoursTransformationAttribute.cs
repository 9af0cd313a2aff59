using System.Globalization;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// Hours. Text may have a point before the decimals, or the sign of the current culture, as its CSV files have; the
/// engine would read 38,5 as 385. An empty cell is a value that is not set.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HoursTransformationAttribute : ArgumentTransformationAttribute
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
            : decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal hours)
                || decimal.TryParse(text, Plain, CultureInfo.CurrentCulture, out hours) ? hours
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is not a number of hours. Give a number, or text such as 38.5.");
    }
}
