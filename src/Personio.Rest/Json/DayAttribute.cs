namespace Personio.Rest.Json;

/// <summary>Says that a date is a day: of a moment it is the day that is written, whatever zone stands behind it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DayAttribute : Attribute;
