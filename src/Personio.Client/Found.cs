using Personio.Models;

namespace Personio.Client;

/// <summary>What came back for a batch of ids. An id in neither map was not found.</summary>
/// <param name="Rows">The objects, by id.</param>
/// <param name="Refused">Why Personio does not take an id, by id.</param>
public sealed record Found<T>(
    IReadOnlyDictionary<string, T> Rows, IReadOnlyDictionary<string, PersonioException> Refused)
    where T : ApiObject
{
    // UUIDs may be written in upper or lower case.
    internal static Found<T> Of(IEnumerable<T> rows) => new(
        rows.Where(row => IdOf(row) is not null)
            .DistinctBy(row => IdOf(row), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => IdOf(row)!, StringComparer.OrdinalIgnoreCase),
        new Dictionary<string, PersonioException>());

    internal static Found<T> Refusal(string id, PersonioException fault) => new(
        new Dictionary<string, T>(), new Dictionary<string, PersonioException> { [id] = fault });

    internal Found<T> And(Found<T> other) => new(
        Rows.Concat(other.Rows).ToDictionary(StringComparer.OrdinalIgnoreCase), Refused.Concat(other.Refused).ToDictionary());

    private static string? IdOf(T row) => (row as IIdentified)?.Identity;
}
