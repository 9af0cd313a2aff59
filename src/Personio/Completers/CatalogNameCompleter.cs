using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// Completes the names of the entries that a cmdlet gets, so that wildcards in them are meant as they stand. Its noun
/// tells of which list, also where Import-Module -Prefix gave it another name: Get-OldPersonioJob gets jobs.
/// </summary>
public sealed class CatalogNameCompleter : CachedNameCompleter
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.All.FirstOrDefault(
        list => commandName.EndsWith($"Personio{list.Key}", StringComparison.OrdinalIgnoreCase));

    private protected override string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all) =>
        Pattern(entry);
}
