using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the names of the company's absence types.</summary>
public sealed class AbsenceTypeCompleter : NameOrIdCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.AbsenceTypes;
}
