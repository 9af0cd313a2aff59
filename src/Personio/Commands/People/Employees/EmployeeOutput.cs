using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Writes employees, optionally with custom attributes as additional columns, the same on every row.</summary>
internal sealed class EmployeeOutput
{
    // A row with additional columns has its own view.
    private const string PlainName = "Personio.Models.Employee";
    private const string WithAttributes = PlainName + "#Attribute";

    private static readonly string[] s_ownProperties =
        [.. typeof(Employee).GetProperties().Select(part => part.Name), "Id"];

    private readonly ConnectedCmdletBase _command;
    private readonly AttributeColumns? _attributes;

    /// <summary>Creates the output of a cmdlet.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="attributes">The requested custom attributes, with wildcards; null for none.</param>
    public EmployeeOutput(ConnectedCmdletBase command, string[]? attributes)
    {
        _command = command;
        _attributes = attributes is null
            ? null
            : new AttributeColumns(command, attributes, s_ownProperties) { NeedsMatch = true };
    }

    /// <summary>Selects the columns. Only the first call has an effect.</summary>
    /// <param name="persons">The first persons; empty if only the catalog can decide.</param>
    /// <returns>The ids of the attributes.</returns>
    public IEnumerable<string> Choose(IReadOnlyList<Person> persons)
    {
        _attributes?.Choose(persons);
        return _attributes?.Ids ?? [];
    }

    /// <summary>Writes an employee.</summary>
    public void Write(Person person, Employment? employment, EmployeeNames names)
    {
        Employee employee = EmployeeRow.Create(person, employment, names);
        if (_attributes is null)
        {
            _command.WriteObject(employee);
        }
        else
        {
            (string Name, object? Value)[] more = [.. _attributes.ValuesOf(person)];
            _command.WriteObject(WideRow.Create(
                employee, more, WithAttributes,
                [nameof(Employee.DisplayName), .. more.Select(column => column.Name), nameof(Employee.PersonId)]));
        }
    }
}
