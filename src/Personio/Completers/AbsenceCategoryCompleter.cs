using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the categories of the company's absence types.</summary>
public sealed class AbsenceCategoryCompleter : CachedNameCompleter
{
    private protected override ICompanyList ListOf(string commandName) => CompanyLists.AbsenceCategories;
}
