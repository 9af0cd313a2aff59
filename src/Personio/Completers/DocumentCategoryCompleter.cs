using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the document categories.</summary>
public sealed class DocumentCategoryCompleter : NameOrIdCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.DocumentCategories;
}
