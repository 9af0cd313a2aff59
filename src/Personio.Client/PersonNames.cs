using System.Collections.Concurrent;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// The names of persons that a session came across, kept for a while and never more than a company has.
/// </summary>
internal sealed class PersonNames(TimeProvider time)
{
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, (PersonName Name, long At)> _names = new(StringComparer.Ordinal);

    /// <summary>The name of a person; null where it is unknown, too old, or from before a moment.</summary>
    public PersonName? Find(string id, long since) =>
        _names.TryGetValue(id, out (PersonName Name, long At) kept)
            && kept.At >= since
            && time.GetElapsedTime(kept.At) < KeptLists.Age
            ? kept.Name
            : null;

    /// <summary>Keeps the names of persons; of those not found it keeps that they have none.</summary>
    public void Keep(IEnumerable<string> ids, IReadOnlyDictionary<string, Person> found)
    {
        if (_names.Count + 50 > Most)
        {
            _names.Clear();
        }

        foreach (string id in ids)
        {
            Person? person = found.GetValueOrDefault(id);
            _names[id] = (new PersonName(person?.DisplayName, person?.Email), time.GetTimestamp());
        }
    }
}
