namespace Personio.Rest.Json;

/// <summary>Marks a date as a day. An instant becomes the day as written, regardless of its time zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DayAttribute : Attribute;
