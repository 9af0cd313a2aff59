using Personio.Client;

namespace Personio.Completers;

/// <summary>Completes the categories of the company's absence types.</summary>
public sealed class AbsenceCategoryCompleter : CachedNameCompleter
{
    private protected override CompanyList ListOf(string commandName) => CompanyList.AbsenceCategories;
}
