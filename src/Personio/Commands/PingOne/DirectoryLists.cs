using System.Management.Automation;

namespace Personio;

/// <summary>Writes the short lists of an environment: the whole list, or entries by name or id.</summary>
internal static class DirectoryLists
{
    /// <summary>
    /// Writes the requested entries of a list. A missing entry specified without wildcards is an error.
    /// </summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="read">Reads the whole list.</param>
    /// <param name="wanted">Names or ids; null for all.</param>
    /// <param name="keyOf">The name or id of an entry.</param>
    /// <param name="hasWildcards">True if the requested values may contain wildcards.</param>
    public static void Write<T>(
        PingOneCmdletBase cmdlet, Func<IReadOnlyList<T>> read, string[]? wanted, Func<T, string?> keyOf,
        bool hasWildcards)
    {
        foreach (string? key in wanted ?? [null!])
        {
            cmdlet.TryRun(key, () => WriteOne(cmdlet, read(), key, keyOf, hasWildcards));
        }
    }

    private static void WriteOne<T>(
        PingOneCmdletBase cmdlet, IReadOnlyList<T> rows, string? key, Func<T, string?> keyOf, bool hasWildcards)
    {
        bool isPattern = hasWildcards && key is not null && WildcardPattern.ContainsWildcardCharacters(key);
        var pattern = new NameWildcard(isPattern ? key! : WildcardPattern.Escape(key ?? ""));
        T[] found = [.. rows.Where(row => key is null || pattern.IsMatch(keyOf(row) ?? ""))];
        if (found.Length == 0 && key is not null && !isPattern)
        {
            cmdlet.WriteError(Errors.NotFound(cmdlet.Noun, $"'{key}'", key));
        }

        foreach (T row in found)
        {
            cmdlet.WriteObject(row);
        }
    }
}
