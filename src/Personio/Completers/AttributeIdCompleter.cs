using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the keys of the fields of persons by their labels.</summary>
public sealed class AttributeIdCompleter : CachedNameCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.Attributes;
}
