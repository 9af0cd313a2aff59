namespace Personio.Completers;

/// <summary>Completes the names of the document categories.</summary>
public sealed class DocumentCategoryCompleter : NameOrIdCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.DocumentCategories;
}
