namespace Personio.Rest;

/// <summary>
/// What a secret looks like, without the secret: the hashes of its pieces. So a secret can be found in a text after it
/// was dropped, and a piece of it where the rest was cut off.
/// </summary>
internal sealed class SecretPrint
{
    // A shorter piece is found only where a text ends or begins in the middle of the secret.
    private const int LongestPiece = 16;
    private const int ShortestPiece = 8;
    private const int ShortestEnd = 6;

    private const ulong Prime = 1_099_511_628_211;

    private readonly HashSet<ulong> _pieces = [];
    private readonly HashSet<ulong> _beginnings = [];
    private readonly HashSet<ulong> _ends = [];
    private readonly int _shortestEnd;

    /// <summary>Takes the print of a secret; upper and lower case are alike.</summary>
    public SecretPrint(ReadOnlySpan<char> secret)
    {
        Length = Math.Min(secret.Length, Math.Clamp(secret.Length / 2, ShortestPiece, LongestPiece));
        for (int at = 0; at + Length <= secret.Length; at++)
        {
            _pieces.Add(Hash(secret.Slice(at, Length)));
        }

        _shortestEnd = Math.Min(ShortestEnd, Length);
        for (int length = _shortestEnd; length < Length; length++)
        {
            _beginnings.Add(Hash(secret[..length]));
            _ends.Add(Hash(secret[^length..]));
        }
    }

    /// <summary>How long a piece is that is found anywhere; the whole secret where that is short.</summary>
    public int Length { get; }

    /// <summary>Finds what a text holds of the secret.</summary>
    /// <param name="text">The text, decoded.</param>
    /// <param name="found">Is told where a piece begins and how long it is.</param>
    public void Find(ReadOnlySpan<char> text, Action<int, int> found)
    {
        if (Length == 0)
        {
            return;
        }

        for (int at = 0; at + Length <= text.Length; at++)
        {
            if (_pieces.Contains(Hash(text.Slice(at, Length))))
            {
                found(at, Length);
            }
        }

        // Whoever cut a text perhaps put a sign there, or closed a quotation.
        int from = 0;
        int to = text.Length;
        while (to > 0 && !char.IsLetterOrDigit(text[to - 1]))
        {
            to--;
        }

        while (from < to && !char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        for (int length = Math.Min(Length - 1, to - from); length >= _shortestEnd; length--)
        {
            if (_beginnings.Contains(Hash(text.Slice(to - length, length))))
            {
                found(to - length, length);
            }

            if (_ends.Contains(Hash(text.Slice(from, length))))
            {
                found(from, length);
            }
        }
    }

    // Of pieces of different lengths the hashes differ as well as of those of one.
    private static ulong Hash(ReadOnlySpan<char> piece)
    {
        ulong hash = 14_695_981_039_346_656_037 ^ (ulong)piece.Length;
        foreach (char c in piece)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        return hash;
    }
}
