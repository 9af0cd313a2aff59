namespace Personio.Client;

/// <summary>Measures how similar two words are, for "did you mean".</summary>
public static class EditDistance
{
    /// <summary>
    /// How many letters have to be inserted, deleted or replaced to turn one word into the other (Levenshtein). Upper and
    /// lower case are different letters.
    /// </summary>
    public static int Between(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);

        // Two rows of the table at a time: a row tells how far the first letters of one are from all beginnings of the
        // other.
        int[] above = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int[] row = new int[other.Length + 1];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int change = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, 1 + Math.Min(above[j], row[j - 1]));
            }

            above = row;
        }

        return above[^1];
    }

    /// <summary>The candidates that are most similar to a word, the most similar first. Case does not matter.</summary>
    /// <param name="candidates">What can be suggested.</param>
    /// <param name="textOf">The text of a candidate that is compared.</param>
    /// <param name="word">The word that was not found.</param>
    /// <param name="count">How many to return at most.</param>
    /// <param name="maxDistance">How many letters may differ; by default any number.</param>
    public static IEnumerable<T> Nearest<T>(
        IEnumerable<T> candidates, Func<T, string> textOf, string word, int count, int maxDistance = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(textOf);
        ArgumentNullException.ThrowIfNull(word);
        string wanted = word.ToUpperInvariant();
        return candidates
            .Select(one => (Candidate: one, Distance: Between(textOf(one).ToUpperInvariant(), wanted)))
            .Where(one => one.Distance <= maxDistance)
            .OrderBy(one => one.Distance)
            .Take(count)
            .Select(one => one.Candidate);
    }
}
