using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of absence types by their names.</summary>
public sealed class AbsenceTypeIdCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.AbsenceTypes;
}
