using System.Collections;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>Names and values: a hashtable, or an object whose properties are used. Text is rejected.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MapTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } row =>
            row.Properties.ToDictionary(property => property.Name, property => property.Value),
        null or IDictionary => value,
        string text when string.IsNullOrWhiteSpace(text) => null,
        _ => throw new FormatException(
            $"'{value}' is not a hashtable. Specify one: @{{ 'Shirt size' = 'M' }}."),
    };
}
