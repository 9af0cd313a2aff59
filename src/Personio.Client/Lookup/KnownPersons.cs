using Personio.Models;

namespace Personio.Client;

/// <summary>Who the persons of the company are: their names, and whom e-mail addresses belong to; a session keeps both.
/// </summary>
public sealed class KnownPersons
{
    private readonly PersonioClient _client;
    private readonly PersonioSession _session;
    private readonly long _since;

    /// <param name="client">Reads the persons that the session does not know.</param>
    /// <param name="session">The session.</param>
    /// <param name="since">From when on what is kept counts, as a timestamp of the session's time provider.</param>
    internal KnownPersons(PersonioClient client, PersonioSession session, long since) =>
        (_client, _session, _since) = (client, session, since);

    /// <summary>The persons whose names the session came across, however long ago; asks for nothing.</summary>
    public IReadOnlyList<KeyValuePair<string, PersonName>> All => _session.PersonNames.Known;

    /// <summary>
    /// The names of persons; those the session does not know yet are fetched with one request for fifty.
    /// </summary>
    /// <returns>A name for each id, without a display name where nothing can be found.</returns>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public Task<IReadOnlyDictionary<string, PersonName>> NamesAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return _session.PersonNames.GetAsync(_client, ids, _since, cancellationToken);
    }

    /// <summary>The name of a person, where the session knows it already; null where it would have to ask.</summary>
    public PersonName? FindName(string id) => _session.PersonNames.Find(id, _since);

    /// <summary>
    /// Whom e-mail addresses belong to; those the session did not look up yet are asked for, fifty with one request.
    /// </summary>
    /// <exception cref="PersonioException">Persons could not be read.</exception>
    public Task<FoundAddresses> FindAddressesAsync(
        IReadOnlyCollection<string> addresses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return _session.PersonAddresses.FindAsync(_client, addresses, _since, cancellationToken);
    }

    /// <summary>Keeps the name of a person who came, so that nobody asks for it again.</summary>
    public void Keep(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.PersonId is { } id)
        {
            _session.PersonNames.Keep(id, person);
        }
    }
}
