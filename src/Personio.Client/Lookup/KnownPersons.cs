using Personio.Models;

namespace Personio.Client;

/// <summary>Looks up the names of persons and the owners of email addresses; the session caches both.</summary>
public sealed class KnownPersons
{
    private readonly PersonioClient _client;
    private readonly PersonioSession _session;
    private readonly long _since;

    /// <param name="client">Reads persons that the session has not cached.</param>
    /// <param name="session">The session.</param>
    /// <param name="since">Entries cached before this timestamp of the session's time provider are not used.</param>
    internal KnownPersons(PersonioClient client, PersonioSession session, long since) =>
        (_client, _session, _since) = (client, session, since);

    /// <summary>All persons whose names the session has cached, however old; sends no request.</summary>
    public IReadOnlyList<KeyValuePair<string, PersonName>> All => _session.PersonNames.Known;

    /// <summary>Returns the names of persons. Names that are not cached are read, fifty per request.</summary>
    /// <returns>A name for each id; its display name is null if the person was not found or has no name.</returns>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public Task<IReadOnlyDictionary<string, PersonName>> GetNamesAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _session.PersonNames.GetAsync(_client, ids, _since, cancellationToken);
    }

    /// <summary>Returns the cached name of a person; null if it would have to be requested.</summary>
    public PersonName? FindName(string id) => _session.PersonNames.Find(id, _since);

    /// <summary>
    /// Finds the owners of email addresses. Addresses that are not cached are looked up, fifty per request.
    /// </summary>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public Task<FoundAddresses> FindAddressesAsync(
        IReadOnlyCollection<string> addresses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return _session.PersonAddresses.FindAsync(_client, addresses, _since, cancellationToken);
    }

    /// <summary>Caches the name of a person who has been read, so that it need not be requested again.</summary>
    public void Keep(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.PersonId is { } id)
        {
            _session.PersonNames.Keep(id, person);
        }
    }
}
