using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Writes persons with more columns than they have: those of their current employments, and custom attributes. Persons
/// wait until fifty are there, so that names cost one request for many. All rows have the same columns.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="employments">The columns of employments; null where they are not wanted.</param>
/// <param name="attributes">The columns of custom attributes; null where they are not wanted.</param>
internal sealed class PersonWriter(
    ConnectedCmdletBase command, EmploymentColumns? employments, AttributeColumns? attributes)
{
    // A row that shows its further columns has views of its own: those of Person would leave them out.
    private const string PersonName = "Personio.Models.Person";
    private const string WithEmployment = PersonName + "#Employment";
    private const string WithAttributes = PersonName + "#Attribute";

    // The last ones are there as well, without being columns.
    private static readonly string[] s_own =
    [
        .. typeof(Person).GetProperties().Select(part => part.Name),
        "Id", nameof(HiddenProperty.AdditionalProperties), nameof(HiddenProperty.ProfilePictureUrl),
    ];

    // Not the cmdlet's own queue: persons that are asked for by their ids come out of that one.
    private readonly RequestLane _ahead = new(command);
    private readonly AttributeLabels _labels = new(command);

    // Of the session in which the persons came, also when it is disconnected meanwhile.
    private PersonioClient? _client;

    private Batch<(Person Person, Employment? Employment)> Waiting => field ??= new(
        Endpoints.ListPersons.MaxIdsPerRequest, Write);

    /// <summary>The output of a cmdlet.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="hasEmployment">Whether the columns of employments are wanted.</param>
    /// <param name="attributes">The custom attributes wanted, with wildcards; null for none.</param>
    public static PersonWriter For(ConnectedCmdletBase command, bool hasEmployment, string[]? attributes)
    {
        EmploymentColumns? employments = hasEmployment ? new EmploymentColumns(command) : null;
        return attributes is null
            ? new(command, employments, null)
            : new(command, employments, new AttributeColumns(
                command, attributes, [.. s_own, .. hasEmployment ? EmploymentColumns.Names : []]));
    }

    /// <summary>Takes a person; one without further columns is written at once.</summary>
    public void Add(Person person)
    {
        // Whoever the rows go to next often wants names: balances, absences, supervisors.
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
            _ahead.Add(
                person,
                token => employments.FetchAsync(person, token),
                employment => Waiting.Add((person, employment)));
        }
    }

    /// <summary>Writes what is waiting.</summary>
    public void Flush()
    {
        _ahead.Flush();
        Waiting.Flush();
    }

    private PSObject Wide(Person person, Employment? employment)
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
            command.WriteObject(Wide(_labels.Complete(person), employment));
        }
    }
}
