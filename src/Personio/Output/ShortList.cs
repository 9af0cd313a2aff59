namespace Personio;

/// <summary>Lists the first few of many items in a message.</summary>
internal static class ShortList
{
    /// <summary>The first few items and the number of further ones: <c>a, b and 3 more</c>.</summary>
    /// <param name="items">All items.</param>
    /// <param name="max">The maximum number of items to list.</param>
    /// <param name="separator">The text between items.</param>
    public static string Join(IReadOnlyCollection<string> items, int max, string separator = ", ")
    {
        string named = string.Join(separator, items.Take(max));
        return items.Count <= max ? named : $"{named}{(separator[0] == ';' ? ";" : "")} and {items.Count - max} more";
    }
}
