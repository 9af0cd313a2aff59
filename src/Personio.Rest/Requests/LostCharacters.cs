namespace Personio.Rest;

/// <summary>
/// Finds text that was read in the wrong encoding: what could not be decoded stands there as U+FFFD, and would be
/// written over the real names of people.
/// </summary>
public static class LostCharacters
{
    private const char Mark = '\uFFFD';

    private static ReadOnlySpan<byte> MarkOnTheWire => "\uFFFD"u8;

    /// <summary>Refuses a text with characters that were lost.</summary>
    /// <exception cref="PersonioException">There is one (<c>InvalidRequest</c>).</exception>
    public static void Refuse(string? text)
    {
        if (text?.Contains(Mark, StringComparison.Ordinal) == true)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest,
                $"'{text}' has lost characters (U+FFFD), because it was read in the wrong encoding. Nothing was written.")
            {
                NextStep = NextStep.DecodeAgain,
            };
        }
    }

    /// <summary>Refuses a body with characters that were lost, whichever way it was made.</summary>
    /// <exception cref="PersonioException">There is one (<c>InvalidRequest</c>).</exception>
    internal static void Refuse(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf(MarkOnTheWire) >= 0)
        {
            Refuse($"A text of the request{Mark}");
        }
    }
}
