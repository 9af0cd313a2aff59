using System.Management.Automation;
using Personio.PingOne;

namespace Personio;

/// <summary>
/// Builds a filter from a value that may have a wildcard at one end, which is all that PingOne supports.
/// </summary>
internal static class ScimPattern
{
    private static readonly string[] s_endsWithAttributes = ["email"];

    /// <summary>The filter for an attribute.</summary>
    /// <exception cref="PersonioException">
    /// PingOne does not support the wildcards in this position (<c>InvalidRequest</c>).
    /// </exception>
    public static string ToFilter(string attribute, string value)
    {
        if (attribute == "externalId" || !WildcardPattern.ContainsWildcardCharacters(value))
        {
            return ScimFilter.Equal(attribute, value.Trim());
        }

        string inner = value.Trim('*');
        bool isPlain = inner.Length > 0 && !WildcardPattern.ContainsWildcardCharacters(inner);
        return value switch
        {
            _ when !isPlain => throw Unsupported(attribute, value),
            [not '*', .., '*'] => ScimFilter.StartsWith(attribute, inner),
            ['*', .., not '*'] when s_endsWithAttributes.Contains(attribute) =>
                $"{attribute} ew {ScimFilter.Quote(inner)}",
            _ => throw Unsupported(attribute, value),
        };
    }

    private static PersonioException Unsupported(string attribute, string value) => PersonioException.Invalid(
        $"PingOne cannot look for '{value}': use * at the end"
        + $"{(s_endsWithAttributes.Contains(attribute) ? " or at the beginning" : "")} only. "
        + "For more, pipe to Where-Object.");
}
