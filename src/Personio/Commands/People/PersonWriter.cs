using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Writes persons with additional columns: those of their current employments, and custom attributes. Persons are held
/// until 50 have accumulated, so that names take one request for many. All rows have the same columns.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="employments">The columns of employments; null if not requested.</param>
/// <param name="attributes">The columns of custom attributes; null if not requested.</param>
internal sealed class PersonWriter(
    ConnectedCmdletBase command, EmploymentColumns? employments, AttributeColumns? attributes)
{
    // A row with additional columns has its own views: those of Person would not show them.
    private const string PersonName = "Personio.Models.Person";
    private const string WithEmployment = PersonName + "#Employment";
    private const string WithAttributes = PersonName + "#Attribute";

    // The last three exist on the object too, without being columns.
    private static readonly string[] s_ownProperties =
    [
        .. typeof(Person).GetProperties().Select(part => part.Name),
        "Id", nameof(HiddenProperty.AdditionalProperties), nameof(HiddenProperty.ProfilePictureUrl),
    ];

    // Not the cmdlet's own queue, which delivers the persons requested by id.
    private readonly RequestQueue _queue = new(command);
    private readonly AttributeLabels _labels = new(command);

    // The client of the session that the persons came from, even if it is disconnected in the meantime.
    private PersonioClient? _client;

    private Batch<(Person Person, Employment? Employment)> Waiting => field ??= new(
        Endpoints.ListPersons.MaxIdsPerRequest, Write);

    /// <summary>Creates the output of a cmdlet.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="hasEmployment">True to add the columns of employments.</param>
    /// <param name="attributes">The requested custom attributes, with wildcards; null for none.</param>
    public static PersonWriter Create(ConnectedCmdletBase command, bool hasEmployment, string[]? attributes)
    {
        EmploymentColumns? employments = hasEmployment ? new EmploymentColumns(command) : null;
        return attributes is null
            ? new(command, employments, null)
            : new(command, employments, new AttributeColumns(
                command, attributes, [.. s_ownProperties, .. hasEmployment ? EmploymentColumns.Names : []]));
    }

    /// <summary>Adds a person. Without additional columns, the person is written immediately.</summary>
    public void Add(Person person)
    {
        // Cmdlets downstream often need the names, such as for balances, absences or supervisors.
        (_client ??= command.Client).Persons.Keep(person);
        if (employments is null && attributes is null)
        {
            command.WriteObject(_labels.Complete(person));
        }
        else if (employments is null)
        {
            Waiting.Add((person, null));
        }
        else
        {
            _queue.Add(
                person,
                token => employments.FetchAsync(person, token),
                employment => Waiting.Add((person, employment)));
        }
    }

    /// <summary>Writes the held persons.</summary>
    public void Flush()
    {
        _queue.Flush();
        Waiting.Flush();
    }

    private PSObject CreateWideRow(Person person, Employment? employment)
    {
        (string Name, object? Value)[] more = [.. attributes?.ValuesOf(person) ?? []];
        return employments is null
            ? WideRow.Create(
                person, more, WithAttributes,
                [nameof(Person.DisplayName), .. more.Select(column => column.Name), nameof(Person.PersonId)])
            : WideRow.Create(person, employments.ValuesOf(employment).Concat(more), WithEmployment);
    }

    private void Write((Person Person, Employment? Employment)[] rows)
    {
        attributes?.Choose([.. rows.Select(row => row.Person)]);
        employments?.FindNames([.. rows.Select(row => row.Employment).OfType<Employment>()]);
        foreach ((Person person, Employment? employment) in rows)
        {
            command.WriteObject(CreateWideRow(_labels.Complete(person), employment));
        }
    }
}
