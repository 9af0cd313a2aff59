namespace Personio.PingOne;

/// <summary>Writes expressions of the filter language (a subset of SCIM, RFC 7644 section 3.4.2.2).</summary>
public static class ScimFilter
{
    /// <summary>An attribute equals a text.</summary>
    public static string Equal(string attribute, string value) => $"{attribute} eq {Quote(value)}";

    /// <summary>An attribute begins with a text.</summary>
    public static string StartsWith(string attribute, string value) => $"{attribute} sw {Quote(value)}";

    /// <summary>Combines expressions with "and", skipping those that are null. Null if none is left.</summary>
    public static string? All(params IEnumerable<string?> expressions)
    {
        string[] given = [.. expressions.OfType<string>()];
        return given.Length switch
        {
            0 => null,
            1 => given[0],
            _ => string.Join(" and ", given.Select(one =>
                one.Contains(" or ", StringComparison.OrdinalIgnoreCase) ? $"({one})" : one)),
        };
    }

    /// <summary>A text in quotes, with backslashes and quotes escaped.</summary>
    public static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
