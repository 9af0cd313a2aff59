using System.Management.Automation;

namespace Personio;

/// <summary>Writes the short lists of an environment: all of it, or entries by names or ids.</summary>
internal static class DirectoryLists
{
    /// <summary>Writes what is wanted of a list; an entry that is named without wildcards and missing is an error.</summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="read">Reads the whole list.</param>
    /// <param name="wanted">Names or ids; null for all.</param>
    /// <param name="keyOf">The name or id of an entry.</param>
    /// <param name="hasWildcards">Whether what is wanted may have wildcards.</param>
    public static void Write<T>(
        PingOneCmdletBase cmdlet, Func<IReadOnlyList<T>> read, string[]? wanted, Func<T, string?> keyOf, bool hasWildcards)
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
        var pattern = new WildcardPattern(isPattern ? key! : WildcardPattern.Escape(key ?? ""), WildcardOptions.IgnoreCase);
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
