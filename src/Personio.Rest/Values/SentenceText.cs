namespace Personio.Rest;

/// <summary>Turns texts into sentences.</summary>
public static class SentenceText
{
    /// <summary>The text with a period at its end, unless it already ends like a sentence.</summary>
    public static string AddPeriod(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string words = text.TrimEnd();
        return words.Length > 0 && words[^1] is '.' or '!' or '?' ? words : $"{words}.";
    }
}
