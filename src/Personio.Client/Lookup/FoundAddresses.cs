namespace Personio.Client;

/// <summary>What came of a lookup of e-mail addresses. Their case does not matter.</summary>
public sealed class FoundAddresses
{
    private readonly Dictionary<string, IReadOnlyList<NamedEntry>> _persons = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PersonioException> _refused = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The persons who have an address: none where nobody has it, several where it is not unique.</summary>
    /// <param name="address">One of the addresses that were looked up.</param>
    /// <exception cref="PersonioException">Personio refused the address, or the person cannot be read.</exception>
    public IReadOnlyList<NamedEntry> PersonsOf(string address) =>
        _refused.TryGetValue(address, out PersonioException? refusal) ? throw refusal
            : _persons.GetValueOrDefault(address, []);

    internal void Add(string address, IReadOnlyList<NamedEntry> persons) => _persons[address] = persons;

    internal void Refuse(string address, PersonioException refusal) => _refused[address] = refusal;
}
