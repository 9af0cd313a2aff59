using System.Collections;
using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>Names and their values: a hashtable, or an object whose properties are meant. Text is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MapTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject { BaseObject: PSCustomObject } row =>
            row.Properties.ToDictionary(value => value.Name, value => value.Value),
        PSObject wrapped => Transform(engineIntrinsics, wrapped.BaseObject),
        null or IDictionary => inputData,
        string text when string.IsNullOrWhiteSpace(text) => null,
        _ => throw new ArgumentTransformationMetadataException(
            $"'{inputData}' is not a hashtable. Specify one: @{{ 'Shirt size' = 'M' }}."),
    };
}
