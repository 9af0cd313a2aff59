namespace Personio.Rest;

/// <summary>
/// Makes what a server sent fit to be shown: it cannot be as long as it likes, and cannot steer the terminal of whoever
/// reads it.
/// </summary>
internal static class ShownText
{
    /// <summary>The text in one line: without control characters, and cut where it is too long.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="most">How many characters at most.</param>
    public static string Of(string text, int most) => string.Create(
        Math.Min(text.Length, most),
        text,
        (line, whole) =>
        {
            whole.AsSpan(0, line.Length).CopyTo(line);
            for (int i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(line[i]) ? ' ' : line[i];
            }
        });
}
