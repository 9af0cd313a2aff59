using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// One of the names of an enumeration, in any case; an empty cell of a CSV file is a value that is not set. Refuses any other
/// text: left to itself the engine does not bind such a cell, and the row would be carried out without it.
/// </summary>
/// <param name="choices">The enumeration.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoiceTransformationAttribute(Type choices) : ArgumentTransformationAttribute
{
    /// <summary>The enumeration.</summary>
    public Type Choices => choices;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text)
        {
            return inputData;
        }

        string[] names = Enum.GetNames(choices);
        return string.IsNullOrWhiteSpace(text) ? null
            : Array.Find(names, name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse(choices, known)
            : throw new ArgumentTransformationMetadataException($"'{text}' is none of {string.Join(", ", names)}.");
    }
}
