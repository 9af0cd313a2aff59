using Personio.Models;

namespace Personio.Client;

/// <summary>
/// The names of persons that a session came across, kept for a while and never more than a company has.
/// </summary>
internal sealed class PersonNames(TimeProvider time)
{
    private const int Most = 50_000;

    // Under a lock of its own: a concurrent one takes all its locks, a thousand in the end, to tell how many it holds.
    private readonly Dictionary<string, (PersonName Name, long At)> _names = new(StringComparer.Ordinal);

    // Callers that need the same names at the same time wait for one request. Never disposed: a caller that waits on it may
    // just be canceled.
    private SemaphoreSlim OneAtATime { get; } = new(1, 1);

    /// <summary>All names that are kept, however old, by id.</summary>
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
    /// The names of persons, those that are not kept read with one request for many. A name that is kept now may be too
    /// old, or gone, when the others have come: it is taken at once.
    /// </summary>
    /// <param name="client">Reads persons.</param>
    /// <param name="ids">The ids of the persons.</param>
    /// <param name="since">From when on a name has to have been read, as a timestamp of the time provider.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>A name for each id, without a display name where there is no such person.</returns>
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

        await OneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
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
            OneAtATime.Release();
        }

        return names;

        // Those that are not kept.
        string[] Take(IEnumerable<string> wanted) =>
        [
            .. wanted.Where(id =>
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

    /// <summary>Keeps the name of a person. Of one who was not found it is kept that there is none.</summary>
    public PersonName Keep(string id, Person? person)
    {
        var name = new PersonName(person?.DisplayName, person?.Email);
        lock (_names)
        {
            if (_names.Count >= Most)
            {
                _names.Clear();
            }

            _names[id] = (name, time.GetTimestamp());
        }

        return name;
    }

    /// <summary>The name that is kept; null where it is unknown, too old, or from before a moment.</summary>
    public PersonName? Find(string id, long since)
    {
        lock (_names)
        {
            return _names.TryGetValue(id, out (PersonName Name, long At) kept)
                && kept.At >= since
                && time.GetElapsedTime(kept.At) < SessionListCache.Age
                ? kept.Name
                : null;
        }
    }
}
