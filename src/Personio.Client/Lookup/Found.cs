namespace Personio.Client;

/// <summary>What came back for a batch of ids. An id in neither map was not found.</summary>
/// <param name="Rows">The objects, by id.</param>
/// <param name="Refused">Why Personio does not take an id, by id.</param>
public sealed record Found<T>(
    IReadOnlyDictionary<string, T> Rows, IReadOnlyDictionary<string, PersonioException> Refused)
    where T : ApiObject
{
    internal static Found<T> Of(IEnumerable<T> rows) => new(
        MapOf(rows.Where(row => IdOf(row) is not null).Select(row => KeyValuePair.Create(IdOf(row)!, row))),
        MapOf<PersonioException>([]));

    internal static Found<T> Refusal(string id, PersonioException fault) =>
        new(MapOf<T>([]), MapOf([KeyValuePair.Create(id, fault)]));

    internal Found<T> And(Found<T> other) =>
        new(MapOf(Rows.Concat(other.Rows)), MapOf(Refused.Concat(other.Refused)));

    private static string? IdOf(T row) => Identity.Of(row);

    // People paste UUIDs in upper case. A row may come back for two spellings of its id.
    private static Dictionary<string, TValue> MapOf<TValue>(IEnumerable<KeyValuePair<string, TValue>> pairs)
    {
        var map = new Dictionary<string, TValue>(StringComparer.OrdinalIgnoreCase);
        foreach ((string id, TValue value) in pairs)
        {
            map[id] = value;
        }

        return map;
    }
}
