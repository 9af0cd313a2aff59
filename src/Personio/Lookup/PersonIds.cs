using Personio.Client;

namespace Personio;

/// <summary>
/// Resolves email addresses of persons to IDs for one cmdlet. Each address is looked up once and keeps its result while
/// the cmdlet runs.
/// </summary>
internal sealed class PersonIds(ConnectedCmdletBase command)
{
    private readonly Dictionary<string, Func<string>> _ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True if a text is meant as an email address: IDs contain no @.</summary>
    public static bool IsAddress(string? text) => text?.Contains('@', StringComparison.Ordinal) == true;

    /// <summary>True if an address was already looked up or is invalid.</summary>
    public bool IsKnown(string address) => _ids.ContainsKey(address) || !EmailAddress.IsValid(address);

    /// <summary>Looks up addresses; one request covers fifty. Errors are reported when an address is used.</summary>
    public void Read(IEnumerable<string> addresses)
    {
        string[] unknown = [.. addresses.Where(address => !IsKnown(address))];
        if (unknown.Length == 0)
        {
            return;
        }

        try
        {
            FoundAddresses found = command.Await(token => command.Client.Persons.FindAddressesAsync(unknown, token));
            Array.ForEach(unknown, address => _ids[address] = () => IdOf(address, found));
        }
        catch (PersonioException fault)
        {
            Array.ForEach(unknown, address => _ids[address] = () => throw CreateError(address, fault));
        }
    }

    /// <summary>Returns the ID of the only person with an address.</summary>
    /// <exception cref="PersonioException">
    /// No person has the address (<c>NotFound</c>), several do or it is not an address (<c>InvalidRequest</c>), or it
    /// could not be looked up.
    /// </exception>
    public string Resolve(string address)
    {
        if (!EmailAddress.IsValid(address))
        {
            throw PersonioException.Invalid(
                $"'{address}' is not an email address. Specify one person id or one email address.");
        }

        Read([address]);
        return _ids[address]();
    }

    /// <summary>Returns the ID of the only person with an address; null if it cannot be resolved.</summary>
    public string? IdOrNull(string address)
    {
        try
        {
            return Resolve(address);
        }
        catch (PersonioException)
        {
            return null;
        }
    }

    private static string IdOf(string address, FoundAddresses found)
    {
        IReadOnlyList<NamedEntry> persons;
        try
        {
            persons = found.PersonsOf(address);
        }
        catch (PersonioException fault)
        {
            throw CreateError(address, fault);
        }

        return persons switch
        {
            [{ } only] => only.Id,
            [] => throw new PersonioException(
                ErrorKind.NotFound,
                $"No person with the email address '{address}' was found. Check the address; persons whom the "
                + "credential cannot read are also reported as not found.")
            {
                Noun = "Person",
            },
            _ => throw PersonioException.Invalid(
                $"'{address}' is the email address of more than one person. Specify the person id: "
                + $"{string.Join(", ", persons.Select(person => $"'{person.Name}' ({person.Id})"))}."),
        };
    }

    private static PersonioException CreateError(string address, PersonioException fault) => fault.About(
        fault.Kind == ErrorKind.AccessDenied
            ? $"The email address '{address}' cannot be looked up. Specify the person id."
            : $"The email address '{address}' could not be looked up.");
}
