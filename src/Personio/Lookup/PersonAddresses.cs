using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Finds persons by their e-mail addresses, with one request for fifty.</summary>
/// <param name="command">The cmdlet.</param>
internal sealed class PersonAddresses(ConnectedCommand command)
{
    private readonly Dictionary<string, string[]> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _wanted = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes addresses that will be asked for, so that they are looked up together.</summary>
    public void Want(IEnumerable<string> addresses) => _wanted.UnionWith(addresses);

    /// <summary>The id of the person with an address.</summary>
    /// <exception cref="PersonioException">
    /// Nobody has it (<c>NotFound</c>), several have it (<c>InvalidRequest</c>), or persons cannot be read.
    /// </exception>
    public string IdOf(string address)
    {
        if (!_ids.ContainsKey(address))
        {
            _wanted.Add(address);
            Read([.. _wanted.Where(one => !_ids.ContainsKey(one))]);
            _wanted.Clear();
        }

        return _ids[address] switch
        {
            [string id] => id,
            [] => throw new PersonioException(
                ErrorKind.NotFound, $"No person has the e-mail address {address}. Check it, or specify the PersonId.")
            {
                Noun = nameof(Person),
            },
            string[] ids => throw PersonioException.Invalid(
                $"{ids.Length} persons have the e-mail address {address}: {string.Join(", ", ids)}. Specify the PersonId."),
        };
    }

    private void Read(string[] addresses)
    {
        foreach (string[] some in addresses.Chunk(Endpoints.ListPersons.PageSize))
        {
            IReadOnlyList<Person> found = command.Await(token => command.Client.ListWholeAsync<Person>(
                Endpoints.ListPersons.For().WithAny("email", some), token));
            foreach (string address in some)
            {
                _ids[address] =
                [
                    .. found.Where(person => string.Equals(person.Email, address, StringComparison.OrdinalIgnoreCase))
                        .Select(person => person.PersonId).OfType<string>().Distinct(StringComparer.Ordinal),
                ];
            }
        }
    }
}
