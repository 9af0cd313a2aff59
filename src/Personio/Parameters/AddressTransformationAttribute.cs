namespace Personio.Parameters;

/// <summary>A URL. An empty cell of a CSV file means not set; invalid text is rejected.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddressTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value)
    {
        string text = value?.ToString()?.Trim() ?? "";
        return value is Uri ? value
            : text.Length == 0 ? null
            : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? address) ? address
            : throw new FormatException($"'{text}' is not a valid URL.");
    }
}
