using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the keys of the fields of persons by their labels.</summary>
public sealed class AttributeIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.Attributes;
}
