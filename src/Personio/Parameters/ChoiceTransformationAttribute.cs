using System.Management.Automation;

namespace Personio.Parameters;

/// <summary>
/// One of the names of an enumeration, in any case and also as Personio writes them (HALF-YEARLY, ONE_TIME); an empty
/// cell of a CSV file is a value that is not set. Without this the engine would leave out the value of a piped row that
/// it cannot convert, and say nothing.
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
        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (input is null || choices.IsInstanceOfType(input))
        {
            return input;
        }

        string text = input.ToString()?.Trim() ?? "";
        string word = new([.. text.Where(c => c is not ('-' or '_' or ' '))]);
        string[] names = Enum.GetNames(choices);
        return text.Length == 0 ? null
            : Array.Find(names, name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse(choices, known)
            : throw new ArgumentTransformationMetadataException($"'{text}' is none of {string.Join(", ", names)}.");
    }
}
