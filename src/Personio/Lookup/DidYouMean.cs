namespace Personio;

/// <summary>The question that a message asks where something similar exists.</summary>
internal static class DidYouMean
{
    /// <summary>How many names a message suggests at most.</summary>
    public const int MaxSuggestions = 3;

    /// <summary>The question, after a space; empty where there is nothing to suggest.</summary>
    /// <param name="suggestions">The suggestions as they are shown, the most similar first.</param>
    public static string Question(IEnumerable<string> suggestions) => suggestions.ToArray() switch
    {
        [] => "",
        [string only] => $" Did you mean {only}?",
        [.. string[] others, string last] => $" Did you mean {string.Join(", ", others)} or {last}?",
    };
}
