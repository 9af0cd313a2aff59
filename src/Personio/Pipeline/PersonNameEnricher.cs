using Personio.Client;

namespace Personio;

/// <summary>
/// Writes rows with the names of their persons. Rows wait until fifty are there, so that names cost one request for
/// many. Where a name cannot be read it is empty, and that is an error.
/// </summary>
internal sealed class PersonNameEnricher<T>(
    ConnectedCmdletBase command, Func<T, string?> personOf, Func<T, PersonName, T> withName)
    where T : class
{
    private const int Size = 50;

    private readonly List<T> _waiting = [];
    private readonly NamesOfPersons _names = new(command);

    /// <summary>Takes a row.</summary>
    public void Add(T row)
    {
        _waiting.Add(row);
        if (_waiting.Count == Size)
        {
            Flush();
        }
    }

    /// <summary>Writes what is waiting.</summary>
    public void Flush()
    {
        IReadOnlyDictionary<string, PersonName> names = _names.Find(_waiting.Select(personOf));
        foreach (T row in _waiting)
        {
            command.WriteObject(names.GetValueOrDefault(personOf(row) ?? "") is { } name ? withName(row, name) : row);
        }

        _waiting.Clear();
    }
}
