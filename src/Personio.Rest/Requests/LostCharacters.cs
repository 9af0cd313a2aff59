namespace Personio.Rest;

/// <summary>
/// Detects text that was read in the wrong encoding: characters that could not be decoded became U+FFFD, and would
/// overwrite the real names of people.
/// </summary>
public static class LostCharacters
{
    private const char Replacement = '\uFFFD';

    private static ReadOnlySpan<byte> ReplacementUtf8 => "\uFFFD"u8;

    /// <summary>Rejects a text with lost characters.</summary>
    /// <exception cref="PersonioException">The text contains a lost character (<c>InvalidRequest</c>).</exception>
    public static void Reject(string? text)
    {
        if (text?.Contains(Replacement, StringComparison.Ordinal) == true)
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
    internal static void Reject(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf(ReplacementUtf8) >= 0)
        {
            Reject($"A text of the request{Replacement}");
        }
    }
}
