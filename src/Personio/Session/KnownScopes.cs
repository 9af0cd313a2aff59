using Personio.Client;
using Personio.Completers;

namespace Personio;

/// <summary>The scopes that the API endpoints require.</summary>
internal abstract class KnownScopes : IFixedValues
{
    /// <inheritdoc/>
    public static IReadOnlyList<(string Text, string ToolTip)> Values { get; } =
    [
        .. Endpoints.All
            .Where(row => row.Scope is not null)
            .GroupBy(row => row.Scope!)
            .OrderBy(rows => rows.Key, StringComparer.Ordinal)
            .Select(rows => (rows.Key, $"for {string.Join(", ", rows)}")),
    ];

    /// <summary>Returns what may be wrong with rejected scopes; null if all of them are known.</summary>
    public static string? FindProblems(IEnumerable<string> scopes)
    {
        string[] doubts = [.. scopes
            .SelectMany(scope => scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(scope => Values.All(known => known.Text != scope))
            .Select(scope => Nearest(scope) is { } near ? $"'{scope}' (did you mean '{near}'?)" : $"'{scope}'")];
        return doubts.Length == 0 ? null : $"Not a scope that this module knows: {string.Join(", ", doubts)}.";
    }

    private static string? Nearest(string scope) =>
        EditDistance.Nearest(Values.Select(known => known.Text), known => known, scope, 1)
            .FirstOrDefault();
}
