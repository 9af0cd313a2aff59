namespace Personio.Client;

/// <summary>Measures how similar two words are, for "Did you mean" suggestions.</summary>
public static class EditDistance
{
    // A word that differs in more letters than this is another word, not a typo.
    private const int MaxDifferences = 4;

    /// <summary>
    /// Returns the number of letters to insert, delete or replace to turn one word into the other (Levenshtein
    /// distance). Case-sensitive.
    /// </summary>
    public static int Between(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);

        // Only two rows of the table are kept: each row has the distances between a prefix of one word and all prefixes
        // of the other.
        int[] above = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 1; i <= first.Length; i++)
        {
            int[] row = new int[second.Length + 1];
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int change = above[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, 1 + Math.Min(above[j], row[j - 1]));
            }

            above = row;
        }

        return above[^1];
    }

    /// <summary>
    /// Returns the candidates that a word may have been meant to be, the most similar first: those that contain it, and
    /// those that differ, as a whole or at the beginning, in up to half of its letters but in no more than four.
    /// Case-insensitive.
    /// </summary>
    /// <param name="candidates">The possible suggestions.</param>
    /// <param name="textOf">Returns the text of a candidate to compare.</param>
    /// <param name="word">The word that was not found. Asterisks around it do not count.</param>
    /// <param name="count">The maximum number of candidates to return.</param>
    public static IEnumerable<T> Nearest<T>(
        IEnumerable<T> candidates, Func<T, string> textOf, string word, int count)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(textOf);
        ArgumentNullException.ThrowIfNull(word);
        string normalizedWord = word.Trim(' ', '*').ToUpperInvariant();
        int maxDistance = Math.Min(normalizedWord.Length / 2, MaxDifferences);
        return candidates
            .Select(first => (Candidate: first, Text: textOf(first).ToUpperInvariant()))
            .Where(first => normalizedWord.Length > 0 && IsNear(first.Text, normalizedWord, maxDistance))
            .OrderBy(first => Between(first.Text, normalizedWord))
            .Take(count)
            .Select(first => first.Candidate);
    }

    private static bool IsNear(string text, string normalizedWord, int maxDistance) =>
        text.Contains(normalizedWord, StringComparison.Ordinal)
        || Between(text, normalizedWord) <= maxDistance
        || Between(text[..Math.Min(text.Length, normalizedWord.Length)], normalizedWord) <= maxDistance;
}
