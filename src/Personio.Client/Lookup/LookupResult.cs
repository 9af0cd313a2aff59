namespace Personio.Client;

/// <summary>The result of getting a batch of objects by id. An id in neither map was not found.</summary>
/// <param name="Rows">The objects, by id.</param>
/// <param name="Refused">The errors, by id: the id was rejected, or its object could not be read.</param>
public sealed record LookupResult<T>(
    IReadOnlyDictionary<string, T> Rows, IReadOnlyDictionary<string, PersonioException> Refused)
    where T : ApiObject
{
    internal static LookupResult<T> From(IEnumerable<T> rows) => new(
        MapOf(rows.Where(row => IdOf(row) is not null).Select(row => KeyValuePair.Create(IdOf(row)!, row))),
        MapOf<PersonioException>([]));

    internal static LookupResult<T> Refusal(string id, PersonioException fault) =>
        new(MapOf<T>([]), MapOf([KeyValuePair.Create(id, fault)]));

    internal LookupResult<T> And(LookupResult<T> other) =>
        new(MapOf(Rows.Concat(other.Rows)), MapOf(Refused.Concat(other.Refused)));

    private static string? IdOf(T row) => Identity.Get(row);

    // Case-insensitive, because people paste UUIDs in upper case. An object may be returned for two spellings of its
    // id.
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
