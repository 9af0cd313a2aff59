using Personio.Client;

namespace Personio.Completers;

/// <summary>
/// The base of the completers for the entries that a cmdlet gets. Its noun tells of which list, also where
/// Import-Module -Prefix gave it another name: Get-OldPersonioJob gets jobs.
/// </summary>
public abstract class CatalogueCompleter : CachedNameCompleter
{
    private static readonly CompanyList[] s_lists =
    [
        CompanyList.AbsenceTypes, CompanyList.Attributes, CompanyList.CompensationTypes, CompanyList.CostCenters,
        CompanyList.DocumentCategories, CompanyList.Jobs, CompanyList.LegalEntities, CompanyList.OrgUnits,
        CompanyList.Projects, CompanyList.RecruitingCategories, CompanyList.RecruitingJobs,
        CompanyList.ReportAttributes, CompanyList.Reports, CompanyList.SalaryBands, CompanyList.Webhooks,
        CompanyList.Workplaces,
    ];

    private protected CatalogueCompleter()
    {
    }

    private protected sealed override CompanyList? ListOf(string commandName) => Array.Find(
        s_lists, list => commandName.EndsWith($"Personio{list.Key}", StringComparison.OrdinalIgnoreCase));
}
