namespace Personio.Parameters;

/// <summary>
/// An enum name in any case, also in Personio's spelling (HALF-YEARLY, ONE_TIME). An empty cell of a CSV file means not
/// set. Without this attribute, PowerShell would silently skip a value in a piped row that it cannot convert.
/// </summary>
/// <param name="choices">The enum type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoiceTransformationAttribute(Type choices) : TransformationAttributeBase
{
    /// <summary>The enum type.</summary>
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
