namespace Personio.Rest;

/// <summary>Makes sentences of texts that were not written as such.</summary>
public static class SentenceText
{
    /// <summary>The text with a period at its end, unless it ends as a sentence does.</summary>
    public static string Ended(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string words = text.TrimEnd();
        return words.Length > 0 && words[^1] is '.' or '!' or '?' ? words : $"{words}.";
    }
}
