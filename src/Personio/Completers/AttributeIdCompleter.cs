namespace Personio.Completers;

/// <summary>Completes the keys of the fields of persons by their labels.</summary>
public sealed class AttributeIdCompleter : CachedNameCompleter
{
    private protected override NameList ListOf(string commandName) => NameList.Attributes;
}
