namespace Personio.Lifecycle;

/// <summary>A value in the form in which it is compared and written.</summary>
/// <param name="Value">Null, a string, or an array of strings.</param>
/// <param name="IsAdjusted">Whether it was cut or lost characters to fit the directory.</param>
/// <param name="IsInvalid">Whether the directory would still refuse it; such a value is not written.</param>
internal readonly record struct NormalizedValue(object? Value, bool IsAdjusted, bool IsInvalid);
