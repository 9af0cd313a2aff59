using System.Management.Automation;
using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Adds names of persons to rows if they are known without a request: from the session's cache, or from the piped
/// object.
/// </summary>
internal sealed class KnownNames<T>(ConnectedCmdletBase command)
    where T : IPersonRow<T>
{
    private readonly Dictionary<string, PersonName> _piped = new(StringComparer.Ordinal);

    // The client of the session in which the input arrived, even if that session has been disconnected since.
    private PersonioClient? _client;

    /// <summary>Looks at an input that may contain the name of its person.</summary>
    public void Observe(object? input)
    {
        _client = command.Client;
        if (input is PSObject row && PipelineInput.TextOf(row, "PersonId") is [{ } id]
            && (PipelineInput.TextOf(row, "DisplayName") ?? PipelineInput.TextOf(row, "PersonName")) is [{ } name])
        {
            _piped[id] = new PersonName(
                name, (PipelineInput.TextOf(row, "Email") ?? PipelineInput.TextOf(row, "PersonEmail"))?[0]);
        }
    }

    /// <summary>Returns the row, with the name of its person if it is known.</summary>
    public T WithName(T row) =>
        row.PersonId is { } id
        && (FindName(id) ?? _piped.GetValueOrDefault(id)) is { } name
            ? row.WithPerson(name.DisplayName, name.Email)
            : row;

    private PersonName? FindName(string id) =>
        _client?.Persons.FindName(id) is { DisplayName: not null } name ? name : null;
}
