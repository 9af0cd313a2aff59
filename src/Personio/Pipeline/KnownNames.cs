using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Adds to rows the names of persons that are known without asking: because the session came across them, or because
/// what was piped says them.
/// </summary>
internal sealed class KnownNames<T>(ConnectedCmdletBase command)
    where T : IPersonRow<T>
{
    private readonly Dictionary<string, PersonName> _piped = new(StringComparer.Ordinal);

    // Of the session in which the input came, also when it is disconnected meanwhile.
    private PersonioClient? _client;

    /// <summary>Looks at an input: a person, or anything else that says what its person is called.</summary>
    public void See(object? input)
    {
        _client = command.Client;
        if (input is PSObject row && PipelineInput.Text(row, "PersonId") is [{ } id]
            && (PipelineInput.Text(row, "DisplayName") ?? PipelineInput.Text(row, "PersonName")) is [{ } name])
        {
            _piped[id] = new PersonName(name, (PipelineInput.Text(row, "Email") ?? PipelineInput.Text(row, "PersonEmail"))?[0]);
        }
    }

    /// <summary>The row, with the name of its person where that is known.</summary>
    public T Named(T row) =>
        row.PersonId is { } id
        && (Known(id) ?? _piped.GetValueOrDefault(id)) is { } name
            ? row.WithPerson(name.DisplayName, name.Email)
            : row;

    private PersonName? Known(string id) => _client?.Persons.FindName(id) is { DisplayName: not null } name ? name : null;
}
