namespace Personio;

/// <summary>Defines what the module accepts as an email address.</summary>
internal static class EmailAddress
{
    /// <summary>
    /// True if a text can be a single address: text on both sides of one @, without whitespace, control characters, or
    /// list separators.
    /// </summary>
    public static bool IsValid(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';');
}
