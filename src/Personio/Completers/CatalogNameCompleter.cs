using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// Completes the names of the entries that a cmdlet returns, escaped so that wildcard characters in a name are literal.
/// The cmdlet's noun identifies the list, even with a prefix from Import-Module -Prefix: Get-OldPersonioJob returns
/// jobs.
/// </summary>
public sealed class CatalogNameCompleter : CachedNameCompleter
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.All.FirstOrDefault(
        list => commandName.EndsWith($"Personio{list.Key}", StringComparison.OrdinalIgnoreCase));

    private protected override string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all) =>
        Pattern(entry);
}
