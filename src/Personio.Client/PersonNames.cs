using System.Collections.Concurrent;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// The names of persons that a session came across, kept for a while and never more than a company has.
/// </summary>
internal sealed class PersonNames(TimeProvider time)
{
    private const int Most = 50_000;

    private static readonly TimeSpan s_age = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (PersonName Name, long At)> _names = new(StringComparer.Ordinal);

    /// <summary>The name of a person; null where it is unknown or too old.</summary>
    public PersonName? Find(string id) =>
        _names.TryGetValue(id, out (PersonName Name, long At) kept) && time.GetElapsedTime(kept.At) < s_age
            ? kept.Name
            : null;

    /// <summary>Keeps the names of persons; of those not found it keeps that they have none.</summary>
    public void Keep(IEnumerable<string> ids, IReadOnlyDictionary<string, Person> found)
    {
        if (_names.Count > Most)
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
