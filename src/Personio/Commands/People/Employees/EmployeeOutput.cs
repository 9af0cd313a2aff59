using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Writes employees: as they are, or with custom attributes as further columns, the same on every row.</summary>
internal sealed class EmployeeOutput
{
    // A row that shows further columns has a view of its own.
    private const string PlainName = "Personio.Models.Employee";
    private const string WithAttributes = PlainName + "#Attribute";

    private static readonly string[] s_own = [.. typeof(Employee).GetProperties().Select(part => part.Name), "Id"];

    private readonly ConnectedCmdletBase _command;
    private readonly AttributeColumns? _attributes;

    /// <summary>The output of a cmdlet.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="attributes">The custom attributes wanted, with wildcards; null for none.</param>
    public EmployeeOutput(ConnectedCmdletBase command, string[]? attributes)
    {
        _command = command;
        _attributes = attributes is null
            ? null
            : new AttributeColumns(command, attributes, s_own) { NeedsMatch = true };
    }

    /// <summary>Chooses the columns; only the first call does something.</summary>
    /// <param name="persons">The first persons; none where only the catalog can tell.</param>
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
