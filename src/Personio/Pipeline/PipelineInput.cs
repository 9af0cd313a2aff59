using System.Globalization;
using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>Inspects objects from the pipeline: our own, or rows of a CSV file.</summary>
internal static class PipelineInput
{
    /// <summary>
    /// Returns the object inside a PSObject wrapper; a custom object, such as a CSV row, is returned unchanged.
    /// </summary>
    public static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>Returns an ID that was piped as plain text or a number; null for any other object.</summary>
    public static string? ToId(PSObject? piped) => piped?.BaseObject switch
    {
        string text => text,
        int or long or Guid => string.Create(CultureInfo.InvariantCulture, $"{piped.BaseObject}"),
        _ => null,
    };

    /// <summary>
    /// True for an object of a type, including a deserialized copy from Import-Clixml or another process.
    /// </summary>
    public static bool Is<T>(PSObject? piped) => piped is not null
        && (piped.BaseObject is T || piped.TypeNames.Contains($"Deserialized.{typeof(T).FullName}"));

    /// <summary>True for any object that this module writes, including a deserialized copy.</summary>
    public static bool IsOurs(PSObject? piped) => piped is not null
        && (piped.BaseObject is ApiObject || piped.BaseObject.GetType().Assembly == typeof(Person).Assembly
            || piped.TypeNames.Any(name => name.StartsWith("Deserialized.Personio.", StringComparison.Ordinal)));

    /// <summary>
    /// Returns the text of a property as the value of an array parameter; null if it is empty or missing.
    /// </summary>
    public static string[]? TextOf(PSObject? piped, string property) =>
        piped?.BaseObject is not string && piped?.Properties[property]?.Value?.ToString() is { Length: > 0 } text
            ? [text]
            : null;
}
