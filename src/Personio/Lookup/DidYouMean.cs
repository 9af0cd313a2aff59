namespace Personio;

/// <summary>Suggests similar names in an error message.</summary>
internal static class DidYouMean
{
    /// <summary>The maximum number of suggestions in a message.</summary>
    public const int MaxSuggestions = 3;

    /// <summary>Returns the question, after a space; empty if no suggestions exist.</summary>
    /// <param name="suggestions">The suggestions as displayed, the most similar first.</param>
    public static string ToQuestion(IEnumerable<string> suggestions) => suggestions.ToArray() switch
    {
        [] => "",
        [string only] => $" Did you mean {only}?",
        [.. string[] others, string last] => $" Did you mean {string.Join(", ", others)} or {last}?",
    };
}
