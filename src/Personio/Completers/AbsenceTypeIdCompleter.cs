using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the ids of absence types by their names.</summary>
public sealed class AbsenceTypeIdCompleter : CachedNameCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.AbsenceTypes;
}
