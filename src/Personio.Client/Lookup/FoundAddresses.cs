namespace Personio.Client;

/// <summary>The result of looking up email addresses. Case-insensitive.</summary>
public sealed class FoundAddresses
{
    private readonly Dictionary<string, IReadOnlyList<NamedEntry>> _persons = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PersonioException> _refused = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the persons with an address: empty if no person has it, several if it is not unique.</summary>
    /// <param name="address">One of the addresses that were looked up.</param>
    /// <exception cref="PersonioException">Personio rejected the address, or the person could not be read.</exception>
    public IReadOnlyList<NamedEntry> PersonsOf(string address) =>
        _refused.TryGetValue(address, out PersonioException? refusal) ? throw refusal
            : _persons.GetValueOrDefault(address, []);

    internal void Add(string address, IReadOnlyList<NamedEntry> persons) => _persons[address] = persons;

    internal void AddRefusal(string address, PersonioException refusal) => _refused[address] = refusal;
}
