using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the labels of the attributes of persons that the company made itself.</summary>
public sealed class CustomAttributeCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.CustomAttributes;

    // A label is looked for as it stands before its wildcards count.
    private protected override string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all) =>
        entry.Name.Any(char.IsControl)
            ? Pattern(entry)
            : entry.Name;
}
