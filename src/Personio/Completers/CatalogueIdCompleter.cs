using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of the entries that a cmdlet gets, by their names.</summary>
public sealed class CatalogueIdCompleter : CachedNameCompleter
{
    private protected override CompanyList? ListOf(string commandName) => CompanyList.OfCmdlet(commandName);
}
