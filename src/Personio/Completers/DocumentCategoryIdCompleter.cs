namespace Personio.Completers;

/// <summary>Completes the ids of document categories by their names.</summary>
public sealed class DocumentCategoryIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.DocumentCategories;
}
