using System.Collections.Concurrent;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Looks up the owners of email addresses and caches them for ten minutes. Only lookups by address count: a person
/// read in another way does not show whether another person has the same address.
/// </summary>
internal sealed class PersonAddresses(TimeProvider time)
{
    private const int MaxEntries = 50_000;

    private readonly ConcurrentDictionary<string, (IReadOnlyList<NamedEntry> Persons, long At)> _entries =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks up addresses. Addresses that are not cached are requested in batches.</summary>
    /// <param name="client">Reads persons.</param>
    /// <param name="addresses">The addresses.</param>
    /// <param name="since">Answers cached before this timestamp of the time provider are not used.</param>
    /// <param name="cancellationToken">Cancels the lookup.</param>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public async Task<FoundAddresses> FindAsync(
        PersonioClient client, IEnumerable<string> addresses, long since, CancellationToken cancellationToken)
    {
        var found = new FoundAddresses();
        var unknown = new List<string>();
        foreach (string address in addresses.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (Find(address, since) is { } persons)
            {
                found.Add(address, persons);
            }
            else
            {
                unknown.Add(address);
            }
        }

        foreach (string[] batch in unknown.Chunk(Endpoints.ListPersons.MaxIdsPerRequest))
        {
            await ReadAsync(client, batch, found, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>Clears the cache because a person was created, changed or removed.</summary>
    public void Clear() => _entries.Clear();

    // An address that Personio rejects, or whose row cannot be read, does not affect the others.
    private async Task ReadAsync(
        PersonioClient client, string[] addresses, FoundAddresses found, CancellationToken cancellationToken)
    {
        var parts = new Halving<string>(addresses);
        while (parts.TryTake(out string[]? batch))
        {
            try
            {
                IReadOnlyList<Person> rows = await client.ListStrictAsync<Person>(
                    Endpoints.ListPersons.For().WithAny("email", batch), cancellationToken).ConfigureAwait(false);
                Keep(client, batch, rows, found);
            }
            catch (PersonioException fault) when (fault.Kind == ErrorKind.InvalidRequest || fault.RowId is not null)
            {
                if (!parts.TrySplit(batch))
                {
                    found.AddRefusal(batch[0], fault);
                }
            }
        }
    }

    // An address without an owner is not cached: the person may be created a minute later.
    private void Keep(PersonioClient client, string[] batch, IReadOnlyList<Person> rows, FoundAddresses found)
    {
        ILookup<string, Person> byAddress = rows
            .Where(person => person is { PersonId: not null, Email: not null })
            .ToLookup(person => person.Email!.Trim(), StringComparer.OrdinalIgnoreCase);
        foreach (string address in batch)
        {
            NamedEntry[] persons = [.. byAddress[address]
                .DistinctBy(person => person.PersonId)
                .Select(person => new NamedEntry(person.PersonId!, person.DisplayName ?? person.PersonId!))];
            found.Add(address, persons);
            if (persons.Length > 0)
            {
                _entries[address] = (persons, time.GetTimestamp());
            }
        }

        rows.ToList().ForEach(client.Persons.Keep);
        if (_entries.Count > MaxEntries)
        {
            _entries.Clear();
        }
    }

    private IReadOnlyList<NamedEntry>? Find(string address, long since) =>
        _entries.TryGetValue(address, out (IReadOnlyList<NamedEntry> Persons, long At) kept)
            && kept.At >= since
            && time.GetElapsedTime(kept.At) < SessionListCache.MaxAge
            ? kept.Persons
            : null;
}
