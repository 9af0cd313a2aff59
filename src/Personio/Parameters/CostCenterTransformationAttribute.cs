using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Personio.Models;

namespace Personio.Parameters;

/// <summary>
/// Cost centers and their shares: <c>@{ '1201' = 60; '1202' = 40 }</c>, the shares of an employment, or text such as
/// <c>1201 (60 %); 1202 (40 %)</c>. A single cost center without a share gets 100 percent. Names are accepted instead
/// of IDs.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class CostCenterTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        CostCenterShare[] shares = [.. Shares(value)];
        return shares is [{ Weight: null } only] ? new[] { only with { Weight = 100 } } : shares;
    }

    private static IEnumerable<CostCenterShare> Shares(object? input) => input switch
    {
        null => [],
        PSObject { BaseObject: PSCustomObject } row => [Share(row)],
        PSObject wrapped => Shares(wrapped.BaseObject),
        CostCenterShare share => [share],
        CostCenter center => [new CostCenterShare { CostCenterId = center.CostCenterId }],
        IDictionary map => map.Cast<DictionaryEntry>().Select(pair => Share(pair.Key, pair.Value)),
        string text => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Format),
        IEnumerable items => items.Cast<object?>().SelectMany(Shares),
        _ => [Share(input, null)],
    };

    private static CostCenterShare Share(PSObject row) => row.Properties["CostCenterId"]?.Value is { } id
        ? Share(id, row.Properties["Weight"]?.Value)
        : throw CreateError(row.ToString());

    private static CostCenterShare Share(object id, object? weight) => Format(string.Create(
        CultureInfo.InvariantCulture,
        $"{id}{(weight is null ? "" : "=")}{(weight as PSObject)?.BaseObject ?? weight}"));

    // CostCenterShare formats as "1201 (60 %)"; a hashtable entry arrives as 1201=60.
    private static CostCenterShare Format(string text) => Form().Match(text) is { Success: true } match
        ? new CostCenterShare
        {
            CostCenterId = match.Groups["id"].Value,
            Weight = match.Groups["weight"] is { Success: true } weight
                ? decimal.Parse(weight.Value, CultureInfo.InvariantCulture)
                : null,
        }
        : throw CreateError(text);

    private static FormatException CreateError(string text) => new(
        $"'{text}' is not a cost center with its share in percent. Specify ids and shares: "
        + "@{ '1201' = 60; '1202' = 40 }.");

    [GeneratedRegex(
        @"^\s*(?<id>[^\s=;()][^=;()]*?)\s*(=\s*(?<weight>\d+(\.\d+)?)|\(\s*(?<weight>\d+(\.\d+)?)\s*%\s*\))?\s*$")]
    private static partial Regex Form();
}
