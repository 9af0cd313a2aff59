using Personio.Client;

namespace Personio;

/// <summary>Finds the one object that is meant among a short list, by its id or by its name in upper or lower case.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="noun">What they are, as errors and cmdlets call them, for example <c>AbsenceType</c>.</param>
/// <param name="words">What they are in words, for example <c>absence type</c>.</param>
/// <param name="idOf">The id of an object.</param>
/// <param name="nameOf">The name of an object.</param>
internal sealed class NameOrId<T>(string noun, string words, Func<T, string?> idOf, Func<T, string?> nameOf)
    where T : class
{
    /// <summary>The one object that is meant.</summary>
    /// <exception cref="PersonioException">
    /// There is none (<c>NotFound</c>), or several have the name (<c>InvalidRequest</c>); the message lists the near ones.
    /// </exception>
    public T Find(IReadOnlyList<T> all, string nameOrId)
    {
        if (all.FirstOrDefault(one => Same(idOf(one), nameOrId)) is { } byId)
        {
            return byId;
        }

        T[] named = [.. all.Where(one => Same(nameOf(one)?.Trim(), nameOrId.Trim()))];
        return named switch
        {
            [T only] => only,
            [] => throw new PersonioException(ErrorKind.NotFound, all.Count == 0
                ? $"There is no {words} '{nameOrId}': the company has none, or the credential may not read them."
                : $"There is no {words} '{nameOrId}'. Near: {Near(all, nameOrId)}. Get-Personio{noun} lists all.")
            {
                Noun = noun,
            },
            _ => throw PersonioException.Invalid(
                $"'{nameOrId}' names more than one {words}. Give the id: {List(named)}."),
        };
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // Levenshtein's edit distance, two rows of its table at a time.
    private static int Distance(string one, string other)
    {
        int[] above = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int[] row = new int[other.Length + 1];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int change = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, 1 + Math.Min(above[j], row[j - 1]));
            }

            above = row;
        }

        return above[^1];
    }

    private string Near(IReadOnlyList<T> all, string name) => List(all
        .Where(one => nameOf(one) is not null)
        .OrderBy(one => Distance(nameOf(one)!.ToUpperInvariant(), name.ToUpperInvariant()))
        .Take(3));

    private string List(IEnumerable<T> some) => string.Join(", ", some.Select(one => $"'{nameOf(one)}' ({idOf(one)})"));
}
