namespace Personio.Client;

/// <summary>Tells how near two words are, for "did you mean".</summary>
public static class EditDistance
{
    /// <summary>
    /// How many letters have to be put in, left out or changed to make one word into the other (Levenshtein). Upper and
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
}
