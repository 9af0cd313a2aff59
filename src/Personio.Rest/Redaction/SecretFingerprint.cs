namespace Personio.Rest;

/// <summary>
/// A fingerprint of a secret without the secret: the hashes of its pieces. With it, a secret can be found in a text
/// after it was cleared, and so can a part of a secret that was cut off.
/// </summary>
internal sealed class SecretFingerprint
{
    // A shorter piece is found only if a text begins or ends in the middle of the secret.
    private const int MaxPieceLength = 16;
    private const int MinPieceLength = 8;
    private const int MinEndLength = 6;

    private const ulong Prime = 1_099_511_628_211;

    private readonly HashSet<ulong> _pieces = [];
    private readonly HashSet<ulong> _beginnings = [];
    private readonly HashSet<ulong> _ends = [];
    private readonly int _minEndLength;

    /// <summary>Takes the fingerprint of a secret, ignoring case.</summary>
    public SecretFingerprint(ReadOnlySpan<char> secret)
    {
        Length = Math.Min(secret.Length, Math.Clamp(secret.Length / 2, MinPieceLength, MaxPieceLength));
        for (int at = 0; at + Length <= secret.Length; at++)
        {
            _pieces.Add(Hash(secret.Slice(at, Length)));
        }

        _minEndLength = Math.Min(MinEndLength, Length);
        for (int length = _minEndLength; length < Length; length++)
        {
            _beginnings.Add(Hash(secret[..length]));
            _ends.Add(Hash(secret[^length..]));
        }
    }

    /// <summary>The length of the pieces that are found anywhere; the whole length of a short secret.</summary>
    public int Length { get; }

    /// <summary>Finds the parts of the secret that a text contains.</summary>
    /// <param name="text">The text, decoded.</param>
    /// <param name="found">Receives the start and length of each piece.</param>
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

        // The program that cut the text may have added an ellipsis or a closing quote.
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

        for (int length = Math.Min(Length - 1, to - from); length >= _minEndLength; length--)
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

    // The length is part of the hash, so pieces of different lengths do not collide systematically.
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
