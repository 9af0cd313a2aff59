using System.Globalization;
using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>Looks at objects that come through the pipeline, ours or rows of a CSV file.</summary>
internal static class PipelineInput
{
    /// <summary>The object inside a wrapper of the engine, but for rows that are nothing else.</summary>
    public static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>An id that is piped by itself, as text or a number; null for any other object.</summary>
    public static string? Id(PSObject? piped) => piped?.BaseObject switch
    {
        string text => text,
        int or long or Guid => string.Create(CultureInfo.InvariantCulture, $"{piped.BaseObject}"),
        _ => null,
    };

    /// <summary>
    /// Whether it is an object of a type, also one that comes as a copy from a file of Export-Clixml or from another
    /// process.
    /// </summary>
    public static bool Is<T>(PSObject? piped) => piped is not null
        && (piped.BaseObject is T || piped.TypeNames.Contains($"Deserialized.{typeof(T).FullName}"));

    /// <summary>Whether it is any object that this module writes, also as a copy.</summary>
    public static bool IsOurs(PSObject? piped) => piped is not null
        && (piped.BaseObject is ApiObject || piped.BaseObject.GetType().Assembly == typeof(Person).Assembly
            || piped.TypeNames.Any(name => name.StartsWith("Deserialized.Personio.", StringComparison.Ordinal)));

    /// <summary>The text of a property, as the value of an array parameter; null where it has none.</summary>
    public static string[]? Text(PSObject? piped, string property) =>
        piped?.BaseObject is not string && piped?.Properties[property]?.Value?.ToString() is { Length: > 0 } text
            ? [text]
            : null;
}
