using System.Management.Automation;
using Personio.Models;

namespace Personio.Parameters;

/// <summary>
/// Marks a parameter that takes persons: their IDs, or their email addresses, which are looked up. A person object is
/// replaced by its ID; without this attribute PowerShell would pass its name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonTransformationAttribute : TransformationAttributeBase
{
    /// <inheritdoc/>
    protected override object? Transform(object? value) =>
        value is object?[] items && Array.Exists(items, one => IdOf(one) is not null)
            ? Array.ConvertAll(items, one => IdOf(one) ?? one)
            : IdOf(value) ?? value;

    private static string? IdOf(object? input) => input switch
    {
        Person person => person.PersonId,
        PSObject { BaseObject: Person person } => person.PersonId,
        PSObject { BaseObject: PSCustomObject } copy when PipelineInput.Is<Person>(copy) =>
            copy.Properties[nameof(Person.PersonId)]?.Value?.ToString(),
        _ => null,
    };
}
