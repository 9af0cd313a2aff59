using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// For <c>-WhatIf</c>, checks whether persons exist and finds their names; one request covers many persons. If persons
/// may not be read, nothing is checked.
/// </summary>
/// <param name="command">The cmdlet.</param>
internal sealed class PersonCheck(ConnectedCmdletBase command)
{
    // Names by ID: null for a person without a name, empty for an ID that does not exist.
    private readonly Dictionary<string, string?> _persons = new(StringComparer.Ordinal);
    private readonly List<string> _pending = [];
    private bool _isAccessDenied;

    /// <summary>Registers persons that will be checked, so that they are read together.</summary>
    public void Add(IEnumerable<string> ids) => _pending.AddRange(ids);

    /// <summary>Returns the name of a person; null if it is unknown.</summary>
    /// <exception cref="PersonioException">The person does not exist (<c>NotFound</c>).</exception>
    public string? NameOf(string id)
    {
        if (!_persons.ContainsKey(id))
        {
            Read([.. _pending, id]);
            _pending.Clear();
        }

        return !_persons.TryGetValue(id, out string? name) ? null
            : name?.Length == 0 ? throw Errors.CreateNotFound(nameof(Person), id)
            : name;
    }

    private void Read(string[] ids)
    {
        string[] unknown =
        [
            .. ids.Where(id => !_persons.ContainsKey(id) && ApiRequest.RefusalOf(id) is null && !IsKnown(id))
                .Distinct(StringComparer.Ordinal),
        ];
        if (unknown.Length > 0 && !_isAccessDenied && Find(unknown) is { } found)
        {
            // A row that cannot be parsed still proves that the person exists.
            foreach (string id in unknown.Where(id => found.Refused.GetValueOrDefault(id)?.RowId is null))
            {
                Person? person = found.Rows.GetValueOrDefault(id);
                _persons[id] = person is null ? "" : person.DisplayName;
            }

            found.Rows.Values.ToList().ForEach(command.Client.Persons.Keep);
        }
    }

    // A person with a cached name exists.
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
            _isAccessDenied = true;
            command.WriteVerbose(
                $"Person names could not be read; whether the persons exist is not checked. {fault.Message}");
            return null;
        }
    }
}
