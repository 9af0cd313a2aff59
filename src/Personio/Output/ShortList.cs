namespace Personio;

/// <summary>Names the first of many in a message.</summary>
internal static class ShortList
{
    /// <summary>The first few, and how many more there are: <c>a, b and 3 more</c>.</summary>
    /// <param name="items">All of them.</param>
    /// <param name="most">How many are named at most.</param>
    /// <param name="separator">What stands between them.</param>
    public static string Join(IReadOnlyCollection<string> items, int most, string separator = ", ")
    {
        string named = string.Join(separator, items.Take(most));
        return items.Count <= most ? named : $"{named}{(separator[0] == ';' ? ";" : "")} and {items.Count - most} more";
    }
}
