using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>
/// Writes rows with the names of their persons. Names that are known cost nothing. Where they are asked for, rows wait
/// until fifty are there, so that names cost one request for many; one that cannot be read is empty, and that is an
/// error.
/// </summary>
/// <param name="command">The cmdlet.</param>
/// <param name="isOfPerson">Whether a row is of a person; null where all are.</param>
internal sealed class PersonNameEnricher<T>(ConnectedCmdletBase command, Func<T, bool>? isOfPerson = null)
    where T : class, IPersonRow<T>
{
    private readonly KnownNames<T> _known = new(command);
    private PersonNameLookup? _names;

    private Batch<T> Waiting => field ??= new(Endpoints.ListPersons.MaxIdsPerRequest, WriteNamed);

    /// <summary>Looks at an input, which may say what its person is called.</summary>
    public void See(object? input) => _known.See(input);

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="asks">Whether a name that is not known is asked for; the row waits for it then.</param>
    public void Write(T row, bool asks)
    {
        if (!asks)
        {
            command.WriteObject(IsOfPerson(row) ? _known.Named(row) : row);
            return;
        }

        Waiting.Add(row);
    }

    /// <summary>Writes what is waiting.</summary>
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
