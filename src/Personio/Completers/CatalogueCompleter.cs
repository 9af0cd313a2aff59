using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// The base of the completers for the entries that a cmdlet gets. Its noun tells of which list, also where
/// Import-Module -Prefix gave it another name: Get-OldPersonioJob gets jobs.
/// </summary>
public abstract class CatalogueCompleter : CachedNameCompleter
{
    private static readonly ICompanyList[] s_lists =
    [
        CompanyLists.AbsenceTypes, CompanyLists.Attributes, CompanyLists.CompensationTypes, CompanyLists.CostCenters,
        CompanyLists.DocumentCategories, CompanyLists.Jobs, CompanyLists.LegalEntities, CompanyLists.OrgUnits,
        CompanyLists.Projects, CompanyLists.RecruitingCategories, CompanyLists.RecruitingJobs,
        CompanyLists.ReportAttributes, CompanyLists.Reports, CompanyLists.SalaryBands, CompanyLists.Webhooks,
        CompanyLists.Workplaces,
    ];

    private protected CatalogueCompleter()
    {
    }

    private protected sealed override ICompanyList? ListOf(string commandName) => Array.Find(
        s_lists, list => commandName.EndsWith($"Personio{list.Key}", StringComparison.OrdinalIgnoreCase));
}
