using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Says before a change whether a person exists and what the person is called, for <c>-WhatIf</c>. Persons are read with
/// one request for many. Where they may not be read, nothing is said.
/// </summary>
/// <param name="command">The cmdlet.</param>
internal sealed class PersonCheck(ConnectedCmdletBase command)
{
    // The names by the ids; of those who exist without one null, and of those who do not an empty one.
    private readonly Dictionary<string, string?> _persons = new(StringComparer.Ordinal);
    private readonly List<string> _wanted = [];
    private bool _isRefused;

    /// <summary>Notes persons that will be asked about, so that they are read together.</summary>
    public void Want(IEnumerable<string> ids) => _wanted.AddRange(ids);

    /// <summary>The name of a person; null where it is not known.</summary>
    /// <exception cref="PersonioException">There is no such person (<c>NotFound</c>).</exception>
    public string? NameOf(string id)
    {
        if (!_persons.ContainsKey(id))
        {
            Read([.. _wanted, id]);
            _wanted.Clear();
        }

        return !_persons.TryGetValue(id, out string? name) ? null
            : name?.Length == 0 ? throw Errors.Missing(nameof(Person), id)
            : name;
    }

    private void Read(string[] ids)
    {
        string[] unknown =
        [
            .. ids.Where(id => !_persons.ContainsKey(id) && ApiRequest.RefusalOf(id) is null && !IsKnown(id))
                .Distinct(StringComparer.Ordinal),
        ];
        if (unknown.Length > 0 && !_isRefused && Find(unknown) is { } found)
        {
            // A row that cannot be read is still a person.
            foreach (string id in unknown.Where(id => found.Refused.GetValueOrDefault(id)?.RowId is null))
            {
                Person? person = found.Rows.GetValueOrDefault(id);
                _persons[id] = person is null ? "" : person.DisplayName;
            }

            found.Rows.Values.ToList().ForEach(command.Client.Persons.Keep);
        }
    }

    // Whoever has a name exists.
    private bool IsKnown(string id)
    {
        string? name = command.Client.Persons.FindName(id)?.DisplayName;
        if (name is not null)
        {
            _persons[id] = name;
        }

        return name is not null;
    }

    private LookupResult<Person>? Find(string[] ids)
    {
        try
        {
            return command.Await(token => command.Client.GetManyAsync<Person>(Endpoints.ListPersons, ids, token));
        }
        catch (PersonioException fault) when (fault.Kind == ErrorKind.AccessDenied)
        {
            _isRefused = true;
            command.WriteVerbose($"Person names could not be read; whether the persons exist is not checked. {fault.Message}");
            return null;
        }
    }
}
