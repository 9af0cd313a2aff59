namespace Personio.Rest;

/// <summary>
/// Detects text that was read in the wrong encoding: characters that could not be decoded became U+FFFD, and would
/// overwrite the real names of people.
/// </summary>
public static class LostCharacters
{
    private const char Mark = '\uFFFD';

    private static ReadOnlySpan<byte> MarkOnTheWire => "\uFFFD"u8;

    /// <summary>Rejects a text with lost characters.</summary>
    /// <exception cref="PersonioException">The text contains a lost character (<c>InvalidRequest</c>).</exception>
    public static void Refuse(string? text)
    {
        if (text?.Contains(Mark, StringComparison.Ordinal) == true)
        {
            throw new PersonioException(
                ErrorKind.InvalidRequest,
                $"'{text}' has lost characters (U+FFFD), because it was read in the wrong encoding. "
                    + "Nothing was written.")
            {
                NextStep = NextStep.DecodeAgain,
            };
        }
    }

    /// <summary>Rejects a body with lost characters, no matter how it was created.</summary>
    /// <exception cref="PersonioException">The body contains a lost character (<c>InvalidRequest</c>).</exception>
    internal static void Refuse(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf(MarkOnTheWire) >= 0)
        {
            Refuse($"A text of the request{Mark}");
        }
    }
}
