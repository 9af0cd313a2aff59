using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Writes rows with the names of their persons. Known names cost nothing. If names are requested, rows wait until fifty
/// are collected, so that one request covers many; a name that cannot be read is empty, and an error is reported.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="isOfPerson">Returns true if a row belongs to a person; null if all rows do.</param>
internal sealed class PersonNameEnricher<T>(ConnectedCmdletBase command, Func<T, bool>? isOfPerson = null)
    where T : class, IPersonRow<T>
{
    private readonly KnownNames<T> _knownNames = new(command);
    private PersonNameLookup? _names;

    private Batch<T> Waiting => field ??= new(Endpoints.ListPersons.MaxIdsPerRequest, WriteNamed);

    /// <summary>Looks at an input that may contain the name of its person.</summary>
    public void Observe(object? input) => _knownNames.Observe(input);

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="requestsNames">True to request a name that is not known yet; the row is then held back until it
    /// is.</param>
    public void Write(T row, bool requestsNames)
    {
        if (!requestsNames)
        {
            command.WriteObject(IsOfPerson(row) ? _knownNames.WithName(row) : row);
            return;
        }

        Waiting.Add(row);
    }

    /// <summary>Writes the rows held back.</summary>
    public void Flush() => Waiting.Flush();

    private void WriteNamed(T[] rows)
    {
        _names ??= new PersonNameLookup(command);
        IReadOnlyDictionary<string, PersonName> names = _names.Find(rows.Where(IsOfPerson).Select(row => row.PersonId));
        foreach (T row in rows)
        {
            command.WriteObject(IsOfPerson(row) && names.GetValueOrDefault(row.PersonId ?? "") is { } name
                ? row.WithPerson(name.DisplayName, name.Email)
                : row);
        }
    }

    private bool IsOfPerson(T row) => isOfPerson?.Invoke(row) ?? true;
}
