using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the document categories.</summary>
public sealed class DocumentCategoryCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.DocumentCategories;
}
