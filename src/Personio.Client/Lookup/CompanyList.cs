using Personio.Models;

namespace Personio.Client;

/// <summary>The lists of a company whose names stand for ids: in output, and while somebody types.</summary>
public sealed class CompanyList
{
    private readonly Func<PersonioClient, CancellationToken, Task<IReadOnlyList<NamedEntry>>> _read;

    private CompanyList(
        string key, Func<PersonioClient, CancellationToken, Task<IReadOnlyList<NamedEntry>>> read)
    {
        Key = key;
        _read = read;
    }

    /// <summary>The absence types, which are needed whole.</summary>
    public static CompanyList AbsenceTypes { get; } = new("AbsenceType", async (client, token) => Entries(
        await client.AbsenceTypesAsync(token).ConfigureAwait(false), one => one.AbsenceTypeId, one => one.Name));

    /// <summary>The categories of the absence types, which are their own ids.</summary>
    public static CompanyList AbsenceCategories { get; } = new("AbsenceCategory", async (client, token) => Entries(
        (await client.AbsenceTypesAsync(token).ConfigureAwait(false)).DistinctBy(one => one.Category),
        one => one.Category,
        one => one.Category));

    /// <summary>The fields of persons, which are needed whole.</summary>
    public static CompanyList Attributes { get; } = new("Attribute", async (client, token) => Entries(
        await client.AttributesAsync(token).ConfigureAwait(false), one => one.AttributeId, one => one.Label));

    /// <summary>The fields of persons that the company made itself.</summary>
    public static CompanyList CustomAttributes { get; } = new("CustomAttribute", async (client, token) =>
        [.. (await client.NamesAsync(Attributes, token).ConfigureAwait(false))
            .Where(entry => entry.Id.StartsWith("dynamic_", StringComparison.OrdinalIgnoreCase))]);

    /// <summary>The compensation types, which are needed whole.</summary>
    public static CompanyList CompensationTypes { get; } = OfWhole<CompensationType>(
        "CompensationType", Endpoints.ListCompensationTypes, one => one.CompensationTypeId, one => one.Name);

    /// <summary>The jobs of the job catalogue.</summary>
    public static CompanyList Jobs { get; } =
        Create<Job>("Job", Endpoints.ListJobs.For(), one => one.JobId, one => one.Name);

    /// <summary>The salary bands.</summary>
    public static CompanyList SalaryBands { get; } =
        Create<SalaryBand>("SalaryBand", Endpoints.ListSalaryBands.For(), one => one.SalaryBandId, one => one.Name);

    /// <summary>The job openings of recruiting.</summary>
    public static CompanyList RecruitingJobs { get; } = Create<RecruitingJob>(
        "RecruitingJob", Endpoints.ListRecruitingJobs.For(), one => one.RecruitingJobId, one => one.Name);

    /// <summary>The categories of job openings.</summary>
    public static CompanyList RecruitingCategories { get; } = Create<RecruitingCategory>(
        "RecruitingCategory",
        Endpoints.ListRecruitingCategories.For(),
        one => one.RecruitingCategoryId,
        one => one.Name);

    /// <summary>The attributes that reports can have as columns.</summary>
    public static CompanyList ReportAttributes { get; } = Create<ReportAttribute>(
        "ReportAttribute", Endpoints.ListReportAttributes.For(), one => one.ReportAttributeId, one => one.Name);

    /// <summary>The webhooks, by what their owner says of them, else by their address.</summary>
    public static CompanyList Webhooks { get; } = Create<Webhook>(
        "Webhook", Endpoints.ListWebhooks.For(), one => one.WebhookId, one => one.Description ?? one.Url);

    /// <summary>The cost centers.</summary>
    public static CompanyList CostCenters { get; } =
        Create<CostCenter>("CostCenter", Endpoints.ListCostCenters.For(), one => one.CostCenterId, one => one.Name);

    /// <summary>The departments, which are numbered apart from the teams.</summary>
    public static CompanyList Departments { get; } = Units("Department");

    /// <summary>The teams.</summary>
    public static CompanyList Teams { get; } = Units("Team");

    /// <summary>The departments and the teams.</summary>
    public static CompanyList OrgUnits { get; } = new("OrgUnit", async (client, token) =>
    [
        .. await client.NamesAsync(Departments, token).ConfigureAwait(false),
        .. await client.NamesAsync(Teams, token).ConfigureAwait(false),
    ]);

    /// <summary>The document categories, which are needed whole.</summary>
    public static CompanyList DocumentCategories { get; } = OfWhole<DocumentCategory>(
        "DocumentCategory", Endpoints.ListDocumentCategories, one => one.DocumentCategoryId, one => one.Name);

    /// <summary>The legal entities.</summary>
    public static CompanyList LegalEntities { get; } =
        Create<LegalEntity>("LegalEntity", Endpoints.ListLegalEntities.For(), one => one.LegalEntityId, one => one.Name);

    /// <summary>The projects.</summary>
    public static CompanyList Projects { get; } =
        Create<Project>("Project", Endpoints.ListProjects.For(), one => one.ProjectId, one => one.Name);

    /// <summary>The reports that are shared with the credential.</summary>
    public static CompanyList Reports { get; } =
        Create<Report>("Report", Endpoints.ListReports.For(), one => one.ReportId, one => one.Name);

    /// <summary>The workplaces, which Personio's API calls office on an employment.</summary>
    public static CompanyList Workplaces { get; } =
        Create<Workplace>("Workplace", Endpoints.ListWorkplaces.For(), one => one.WorkplaceId, one => one.Name);

    /// <summary>What the list is of, in the singular and without spaces, for example LegalEntity.</summary>
    public string Key { get; }

    internal Task<IReadOnlyList<NamedEntry>> ReadAsync(PersonioClient client, CancellationToken token) =>
        _read(client, token);

    private static CompanyList Units(string type) => Create<OrgUnit>(
        type,
        Endpoints.ListOrgUnits.For().With("type", type.ToLowerInvariant()),
        one => one.OrgUnitId,
        one => one.Name);

    // Of a list that is needed for its names alone nothing else is kept: there may be thousands of projects.
    private static CompanyList Create<T>(string key, ApiRequest request, Func<T, string?> idOf, Func<T, string?> nameOf) =>
        new(key, (client, token) => client.KeptAsync(
            key,
            async until => Entries(await client.ListAllAsync<T>(request, until).ConfigureAwait(false), idOf, nameOf),
            token));

    private static CompanyList OfWhole<T>(
        string key, Endpoint listing, Func<T, string?> idOf, Func<T, string?> nameOf) =>
        new(key, async (client, token) => Entries(
            await client.ListKeptAsync<T>(listing, token).ConfigureAwait(false), idOf, nameOf));

    private static IReadOnlyList<NamedEntry> Entries<T>(
        IEnumerable<T> rows, Func<T, string?> idOf, Func<T, string?> nameOf) =>
    [
        .. rows
            .Where(row => !string.IsNullOrWhiteSpace(idOf(row)))
            .Select(row => nameOf(row)?.Trim() is { Length: > 0 } name
                ? new NamedEntry(idOf(row)!, name)
                : new NamedEntry(idOf(row)!, idOf(row)!) { IsNamed = false })
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
