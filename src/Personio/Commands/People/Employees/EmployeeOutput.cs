using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Writes employees, optionally with custom attributes as additional columns, the same on every row.</summary>
internal sealed class EmployeeOutput
{
    // A row with additional columns has its own view.
    private const string PlainName = "Personio.Models.Employee";
    private const string WithAttributes = PlainName + "#Attribute";

    // The day that was asked about is a column of its own.
    private const string Joiner = PlainName + "#Joiner";
    private const string Leaver = PlainName + "#Leaver";
    private const string JoinerOrLeaver = PlainName + "#JoinerOrLeaver";

    private static readonly string[] s_ownProperties =
        [.. typeof(Employee).GetProperties().Select(part => part.Name), "Id"];

    private readonly ConnectedCmdletBase _command;
    private readonly AttributeColumns? _attributes;
    private readonly string? _view;

    /// <summary>Creates the output of a cmdlet.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="attributes">The requested custom attributes, with wildcards; null for none.</param>
    /// <param name="isJoining">True if the employees are joiners.</param>
    /// <param name="isLeaving">True if the employees are leavers.</param>
    public EmployeeOutput(ConnectedCmdletBase command, string[]? attributes, bool isJoining, bool isLeaving)
    {
        _command = command;
        _view = (isJoining, isLeaving) switch
        {
            (true, true) => JoinerOrLeaver,
            (true, false) => Joiner,
            (false, true) => Leaver,
            _ => null,
        };
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
            _command.WriteObject(_view is null ? employee : Viewed(employee, _view));
        }
        else
        {
            (string Name, object? Value)[] more = [.. _attributes.ValuesOf(person)];
            _command.WriteObject(WideRow.Create(
                employee, more, WithAttributes,
                [nameof(Employee.DisplayName), .. more.Select(column => column.Name), nameof(Employee.PersonId)]));
        }
    }

    private static PSObject Viewed(Employee employee, string view)
    {
        var row = new PSObject(employee);
        row.TypeNames.Insert(0, view);
        return row;
    }
}
