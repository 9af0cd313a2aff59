using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the labels of the company's custom attributes of persons.</summary>
public sealed class CustomAttributeCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.CustomAttributes;

    // The parameter looks for the exact label before it treats wildcards as such.
    private protected override string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all) =>
        entry.Name.Any(char.IsControl)
            ? Pattern(entry)
            : entry.Name;
}
