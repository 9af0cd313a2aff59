namespace Personio;

/// <summary>What the module takes for an e-mail address, wherever it reads one.</summary>
internal static class EmailAddress
{
    /// <summary>
    /// Whether a text can be one address: something on both sides of one @, without blanks, control characters and what
    /// separates the addresses of a list.
    /// </summary>
    public static bool IsValid(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';');
}
