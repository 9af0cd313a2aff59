using Personio.Models;

namespace Personio.Client;

/// <summary>Caches the names of persons that a session has read, for ten minutes and up to a fixed number.</summary>
internal sealed class PersonNames(TimeProvider time)
{
    private const int MaxEntries = 50_000;

    // A plain dictionary with a lock: to count its entries, a ConcurrentDictionary acquires all its locks, up to a
    // thousand.
    private readonly Dictionary<string, (PersonName Name, long At)> _names = new(StringComparer.Ordinal);

    // Callers that need the same names at the same time share one request. Never disposed, because a canceled caller
    // may still be waiting on it.
    private SemaphoreSlim Lock { get; } = new(1, 1);

    /// <summary>All cached names by id, however old.</summary>
    public IReadOnlyList<KeyValuePair<string, PersonName>> Known
    {
        get
        {
            lock (_names)
            {
                return [.. _names.Select(one => KeyValuePair.Create(one.Key, one.Value.Name))];
            }
        }
    }

    /// <summary>
    /// Returns the names of persons. Names that are not cached are requested in batches. Cached names are taken up
    /// front, because they may expire or be evicted while the others are read.
    /// </summary>
    /// <param name="client">Reads persons.</param>
    /// <param name="ids">The ids of the persons.</param>
    /// <param name="since">Names cached before this timestamp of the time provider are not used.</param>
    /// <param name="cancellationToken">Cancels the lookup.</param>
    /// <returns>A name for each id; its display name is null if the person does not exist or has no name.</returns>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public async Task<IReadOnlyDictionary<string, PersonName>> GetAsync(
        PersonioClient client, IEnumerable<string> ids, long since, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, PersonName>(StringComparer.Ordinal);
        string[] unknown = Take(ids.Distinct(StringComparer.Ordinal));
        if (unknown.Length == 0)
        {
            return names;
        }

        await Lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            unknown = Take(unknown);
            LookupResult<Person> found = await client
                .GetManyAsync<Person>(Endpoints.ListPersons, unknown, cancellationToken).ConfigureAwait(false);
            foreach (string id in unknown)
            {
                names[id] = Keep(id, found.Rows.GetValueOrDefault(id));
            }
        }
        finally
        {
            Lock.Release();
        }

        return names;

        // Takes the cached names and returns the ids without one.
        string[] Take(IEnumerable<string> ids) =>
        [
            .. ids.Where(id =>
            {
                PersonName? known = Find(id, since);
                if (known is not null)
                {
                    names[id] = known;
                }

                return known is null;
            }),
        ];
    }

    /// <summary>Caches the name of a person; null caches that the person was not found.</summary>
    public PersonName Keep(string id, Person? person)
    {
        var name = new PersonName(person?.DisplayName, person?.Email);
        lock (_names)
        {
            if (_names.Count >= MaxEntries)
            {
                _names.Clear();
            }

            _names[id] = (name, time.GetTimestamp());
        }

        return name;
    }

    /// <summary>Returns a cached name; null if it is unknown, expired, or older than a timestamp.</summary>
    public PersonName? Find(string id, long since)
    {
        lock (_names)
        {
            return _names.TryGetValue(id, out (PersonName Name, long At) kept)
                && kept.At >= since
                && time.GetElapsedTime(kept.At) < SessionListCache.MaxAge
                ? kept.Name
                : null;
        }
    }
}
