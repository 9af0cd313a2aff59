namespace Personio.Parameters;

/// <summary>
/// One of the names of an enumeration, in any case and also as Personio writes them (HALF-YEARLY, ONE_TIME); an empty
/// cell of a CSV file is a value that is not set. Without this the engine would leave out the value of a piped row that
/// it cannot convert, and say nothing.
/// </summary>
/// <param name="choices">The enumeration.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoiceTransformationAttribute(Type choices) : TransformationAttributeBase
{
    /// <summary>The enumeration.</summary>
    public Type Choices => choices;

    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        if (value is null || choices.IsInstanceOfType(value))
        {
            return value;
        }

        string text = value.ToString()?.Trim() ?? "";
        string word = new([.. text.Where(c => c is not ('-' or '_' or ' '))]);
        string[] names = Enum.GetNames(choices);
        return text.Length == 0 ? null
            : Array.Find(names, name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse(choices, known)
            : throw new FormatException($"'{text}' is not valid. Use one of: {string.Join(", ", names)}.");
    }
}
