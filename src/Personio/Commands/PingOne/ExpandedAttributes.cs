using System.Management.Automation;
using Personio.Models;

namespace Personio;

/// <summary>Custom attributes as columns of users, the same on every row.</summary>
internal sealed class ExpandedAttributes
{
    private readonly string[] _names;

    private ExpandedAttributes(string[] names) => _names = names;

    /// <summary>Selects the columns that match names with wildcards.</summary>
    /// <exception cref="PersonioException">
    /// A name is not in the schema (<c>NotFound</c>), or the schema cannot be read.
    /// </exception>
    public static ExpandedAttributes Choose(PingOneCmdletBase cmdlet, string[] patterns)
    {
        IReadOnlyList<PingOneAttribute> schema = cmdlet.Await(token => cmdlet.Client.GetAttributesAsync(token));
        string[] custom =
        [
            .. schema.Where(row => row is { SchemaType: "CUSTOM", Enabled: not false })
                .Select(row => row.Name).OfType<string>(),
        ];
        return new ExpandedAttributes([.. patterns.SelectMany(pattern => FindMatching(custom, pattern)).Distinct()]);
    }

    /// <summary>Adds the columns to a user.</summary>
    public PSObject Add(PingOneUser user)
    {
        var row = new PSObject(user);
        foreach (string name in _names)
        {
            row.Properties.Add(new PSNoteProperty(name, user[name]));
        }

        return row;
    }

    private static string[] FindMatching(string[] names, string pattern)
    {
        var wildcard = new NameWildcard(pattern);
        string[] found = [.. names.Where(wildcard.IsMatch)];
        return found.Length > 0 || WildcardPattern.ContainsWildcardCharacters(pattern)
            ? found
            : throw new PersonioException(
                ErrorKind.NotFound,
                $"The user schema has no custom attribute '{pattern}'. Known: "
                + $"{string.Join(", ", names.Order(StringComparer.Ordinal))}.")
            {
                Noun = "Attribute",
            };
    }
}
