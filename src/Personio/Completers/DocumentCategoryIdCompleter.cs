using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of document categories by their names.</summary>
public sealed class DocumentCategoryIdCompleter : CachedNameCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.DocumentCategories;
}
