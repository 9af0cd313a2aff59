using Personio.Client;
using Personio.Models;

namespace Personio;

/// <summary>Finds an absence type by what a person gave: its id, or its name in upper or lower case.</summary>
internal static class AbsenceTypeNames
{
    /// <summary>The one type that is meant.</summary>
    /// <exception cref="PersonioException">
    /// There is none (<c>NotFound</c>), or several have the name (<c>InvalidRequest</c>); the message lists the near ones.
    /// </exception>
    public static AbsenceType Find(IReadOnlyList<AbsenceType> types, string nameOrId)
    {
        if (types.FirstOrDefault(type => Same(type.AbsenceTypeId, nameOrId)) is { } byId)
        {
            return byId;
        }

        AbsenceType[] named = [.. types.Where(type => Same(type.Name?.Trim(), nameOrId.Trim()))];
        return named switch
        {
            [AbsenceType only] => only,
            [] => throw new PersonioException(ErrorKind.NotFound, types.Count == 0
                ? $"There is no absence type '{nameOrId}': the company has none, or the credential may not read them."
                : $"There is no absence type '{nameOrId}'. Near: {Near(types, nameOrId)}. Get-PersonioAbsenceType lists all.")
            {
                Noun = nameof(AbsenceType),
            },
            _ => throw PersonioException.Invalid(
                $"'{nameOrId}' names several absence types. Give the id: {List(named)}."),
        };
    }

    private static string Near(IReadOnlyList<AbsenceType> types, string name) => List(types
        .Where(type => type.Name is not null)
        .OrderBy(type => Distance(type.Name!.ToUpperInvariant(), name.ToUpperInvariant()))
        .Take(3));

    private static string List(IEnumerable<AbsenceType> types) =>
        string.Join(", ", types.Select(type => $"'{type.Name}' ({type.AbsenceTypeId})"));

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
}
