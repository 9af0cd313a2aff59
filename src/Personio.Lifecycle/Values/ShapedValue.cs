namespace Personio.Lifecycle;

/// <summary>A value in the form in which it is compared and written.</summary>
/// <param name="Value">Null, a text, or an array of texts.</param>
/// <param name="IsAdjusted">Whether it was cut or lost characters, to fit the directory.</param>
/// <param name="IsBad">Whether the directory would refuse it even so; it is not written.</param>
internal readonly record struct ShapedValue(object? Value, bool IsAdjusted, bool IsBad);
