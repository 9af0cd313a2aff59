using System.Management.Automation;
using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// Completes the entries of a company list for parameters that take a name or an ID: the name, or the ID if the name
/// alone would not identify the entry.
/// </summary>
/// <typeparam name="T">The type of the entries.</typeparam>
public class NameOrIdCompleter<T> : CachedNameCompleter
    where T : class
{
    private protected override ICompanyList? ListOf(string commandName) => CompanyLists.For<T>();

    private protected override string Text(NamedEntry entry, IReadOnlyList<NamedEntry> all)
    {
        bool isShared = all.Count(
            other => other.Name.EqualsIgnoringCase(entry.Name) || other.Id.EqualsIgnoringCase(entry.Name)) > 1;
        bool isTakenForOther = WildcardPattern.ContainsWildcardCharacters(entry.Name)
            || entry.Name.Any(char.IsControl)
            || CompanyIds.IsId(entry.Name);
        return isShared || isTakenForOther ? entry.Id : entry.Name;
    }
}
