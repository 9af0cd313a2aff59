using Personio.Client;

namespace Personio;

/// <summary>The scopes that the endpoints of the API ask for.</summary>
internal static class KnownScopes
{
    // More letters than these are no slip any more.
    private const int MostLetters = 4;

    private static readonly string[] s_all =
        [.. Endpoints.All.Select(row => row.Scope).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What may be wrong with scopes that Personio refused; null where all of them are known.</summary>
    public static string? DoubtsAbout(IEnumerable<string> scopes)
    {
        string[] doubts = [.. scopes
            .SelectMany(scope => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(scope => !s_all.Contains(scope))
            .Select(scope => Nearest(scope) is { } near ? $"'{scope}' (did you mean '{near}'?)" : $"'{scope}'")];
        return doubts.Length == 0 ? null : $"Not a scope that this module knows: {string.Join(", ", doubts)}.";
    }

    private static string? Nearest(string scope) => s_all
        .Select(known => (Scope: known, Letters: EditDistance.Between(known, scope.ToLowerInvariant())))
        .Where(one => one.Letters <= MostLetters)
        .OrderBy(one => one.Letters)
        .Select(one => one.Scope)
        .FirstOrDefault();
}
