using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of document categories by their names.</summary>
public sealed class DocumentCategoryIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.DocumentCategories;
}
