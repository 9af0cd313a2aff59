using Personio.Models;

namespace Personio.Client;

/// <summary>The lists that every company has.</summary>
public static class CompanyLists
{
    // Declared before the properties: static fields are initialized in textual order.
    private static readonly List<ICompanyList> s_all = [];

    private static readonly CompanyList<OrgUnit> s_units =
        new(Endpoints.ListOrgUnits, one => one.OrgUnitId, one => one.Name) { ItemEndpoint = Endpoints.GetOrgUnit };

    /// <summary>The absence types.</summary>
    public static CompanyList<AbsenceType> AbsenceTypes { get; } = Whole<AbsenceType>(
        Endpoints.ListAbsenceTypes, one => one.AbsenceTypeId, one => one.Name, Endpoints.GetAbsenceType);

    /// <summary>The categories of the absence types; a category is its own id.</summary>
    public static CompanyList<AbsenceType> AbsenceCategories { get; } = Row(AbsenceTypes with
    {
        Key = "AbsenceCategory", IdOf = one => one.Category, NameOf = one => one.Category, ItemEndpoint = null,
    });

    /// <summary>The fields of persons.</summary>
    public static CompanyList<PersonAttribute> Attributes { get; } =
        Whole<PersonAttribute>(Endpoints.ListAttributes, one => one.AttributeId, one => one.Label);

    /// <summary>The custom fields of persons that the company defined.</summary>
    public static CompanyList<PersonAttribute> CustomAttributes { get; } = Row(Attributes with
    {
        Key = "CustomAttribute", Has = one => PersonAttribute.IsCustom(one.AttributeId),
    });

    /// <summary>The compensation types.</summary>
    public static CompanyList<CompensationType> CompensationTypes { get; } =
        Whole<CompensationType>(Endpoints.ListCompensationTypes, one => one.CompensationTypeId, one => one.Name);

    /// <summary>The document categories.</summary>
    public static CompanyList<DocumentCategory> DocumentCategories { get; } =
        Whole<DocumentCategory>(Endpoints.ListDocumentCategories, one => one.DocumentCategoryId, one => one.Name);

    /// <summary>The departments; their ids are independent of those of the teams.</summary>
    public static CompanyList<OrgUnit> Departments { get; } =
        Row(s_units with { Key = "Department", Type = "department" });

    /// <summary>The teams.</summary>
    public static CompanyList<OrgUnit> Teams { get; } = Row(s_units with { Key = "Team", Type = "team" });

    /// <summary>The departments and the teams.</summary>
    public static CompanyList<OrgUnit> OrgUnits { get; } = Row(s_units with { Parts = [Departments, Teams] });

    /// <summary>The cost centers.</summary>
    public static CompanyList<CostCenter> CostCenters { get; } =
        Names<CostCenter>(Endpoints.ListCostCenters, one => one.CostCenterId, one => one.Name);

    /// <summary>The legal entities.</summary>
    public static CompanyList<LegalEntity> LegalEntities { get; } = Names<LegalEntity>(
        Endpoints.ListLegalEntities, one => one.LegalEntityId, one => one.Name, Endpoints.GetLegalEntity);

    /// <summary>The workplaces, which the employments of Personio's API call offices.</summary>
    public static CompanyList<Workplace> Workplaces { get; } =
        Names<Workplace>(Endpoints.ListWorkplaces, one => one.WorkplaceId, one => one.Name);

    /// <summary>The jobs of the job catalog.</summary>
    public static CompanyList<Job> Jobs { get; } =
        Names<Job>(Endpoints.ListJobs, one => one.JobId, one => one.Name, Endpoints.GetJob);

    /// <summary>The salary bands.</summary>
    public static CompanyList<SalaryBand> SalaryBands { get; } =
        Names<SalaryBand>(Endpoints.ListSalaryBands, one => one.SalaryBandId, one => one.Name, Endpoints.GetSalaryBand);

    /// <summary>The projects.</summary>
    public static CompanyList<Project> Projects { get; } =
        Names<Project>(Endpoints.ListProjects, one => one.ProjectId, one => one.Name, Endpoints.GetProject);

    /// <summary>The job openings of recruiting.</summary>
    public static CompanyList<RecruitingJob> RecruitingJobs { get; } = Names<RecruitingJob>(
        Endpoints.ListRecruitingJobs, one => one.RecruitingJobId, one => one.Name, Endpoints.GetRecruitingJob);

    /// <summary>The categories of job openings.</summary>
    public static CompanyList<RecruitingCategory> RecruitingCategories { get; } = Names<RecruitingCategory>(
        Endpoints.ListRecruitingCategories,
        one => one.RecruitingCategoryId,
        one => one.Name,
        Endpoints.GetRecruitingCategory);

    /// <summary>The reports that are shared with the credential.</summary>
    public static CompanyList<Report> Reports { get; } =
        Names<Report>(Endpoints.ListReports, one => one.ReportId, one => one.Name);

    /// <summary>The attributes that a report can have as columns.</summary>
    public static CompanyList<ReportAttribute> ReportAttributes { get; } =
        Names<ReportAttribute>(Endpoints.ListReportAttributes, one => one.ReportAttributeId, one => one.Name);

    /// <summary>The webhooks, named by their description or, without one, by their URL.</summary>
    public static CompanyList<Webhook> Webhooks { get; } = Names<Webhook>(
        Endpoints.ListWebhooks, one => one.WebhookId, one => one.Description ?? one.Url);

    /// <summary>All lists, in the order above.</summary>
    public static IReadOnlyList<ICompanyList> All => s_all;

    /// <summary>Returns the list that has all entries of a type.</summary>
    /// <exception cref="InvalidOperationException">No list has entries of this type.</exception>
    public static CompanyList<T> For<T>()
        where T : class =>
        s_all.OfType<CompanyList<T>>().First(list => list.Key == list.Noun);

    // The session caches the entries.
    private static CompanyList<T> Whole<T>(
        Endpoint listing, Func<T, string?> idOf, Func<T, string?> nameOf, Endpoint? single = null)
        where T : class =>
        Row(new CompanyList<T>(listing, idOf, nameOf) { ItemEndpoint = single, IsCachedWhole = true });

    // The session caches only the names.
    private static CompanyList<T> Names<T>(
        Endpoint listing, Func<T, string?> idOf, Func<T, string?> nameOf, Endpoint? single = null)
        where T : class =>
        Row(new CompanyList<T>(listing, idOf, nameOf) { ItemEndpoint = single });

    private static CompanyList<T> Row<T>(CompanyList<T> list)
        where T : class
    {
        s_all.Add(list);
        return list;
    }
}
