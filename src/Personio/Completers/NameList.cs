using Personio.Client;
using Personio.Models;

namespace Personio.Completers;

/// <summary>The lists of the company whose names can be completed.</summary>
/// <param name="Key">The name by which a session keeps the list: the noun of the cmdlet that gets it.</param>
/// <param name="Read">Reads the list.</param>
internal sealed record NameList(string Key, Func<PersonioClient, Task<IReadOnlyList<NamedEntry>>> Read)
{
    /// <summary>The absence types, which the session may have already.</summary>
    public static readonly NameList AbsenceTypes = new("AbsenceType", async client => Entries(
        await client.AbsenceTypesAsync().ConfigureAwait(false), one => one.AbsenceTypeId, one => one.Name));

    /// <summary>The fields of persons, which the session may have already.</summary>
    public static readonly NameList Attributes = new("Attribute", async client => Entries(
        await client.AttributesAsync().ConfigureAwait(false), one => one.AttributeId, one => one.Label));

    /// <summary>The cost centers.</summary>
    public static readonly NameList CostCenters =
        Of<CostCenter>("CostCenter", Endpoints.ListCostCenters.For(), one => one.CostCenterId, one => one.Name);

    /// <summary>The departments, which are numbered apart from the teams.</summary>
    public static readonly NameList Departments = Units("Department");

    /// <summary>The teams.</summary>
    public static readonly NameList Teams = Units("Team");

    /// <summary>The departments and the teams.</summary>
    public static readonly NameList OrgUnits = new("OrgUnit", async client =>
    [
        .. await client.NamesAsync(Departments.Key, Departments.Read).ConfigureAwait(false),
        .. await client.NamesAsync(Teams.Key, Teams.Read).ConfigureAwait(false),
    ]);

    /// <summary>The document categories.</summary>
    public static readonly NameList DocumentCategories = Of<DocumentCategory>(
        "DocumentCategory", Endpoints.ListDocumentCategories.For(), one => one.DocumentCategoryId, one => one.Name);

    /// <summary>The legal entities.</summary>
    public static readonly NameList LegalEntities =
        Of<LegalEntity>("LegalEntity", Endpoints.ListLegalEntities.For(), one => one.LegalEntityId, one => one.Name);

    /// <summary>The projects.</summary>
    public static readonly NameList Projects =
        Of<Project>("Project", Endpoints.ListProjects.For(), one => one.ProjectId, one => one.Name);

    /// <summary>The reports that are shared with the credential.</summary>
    public static readonly NameList Reports =
        Of<Report>("Report", Endpoints.ListReports.For(), one => one.ReportId, one => one.Name);

    /// <summary>The workplaces.</summary>
    public static readonly NameList Workplaces =
        Of<Workplace>("Workplace", Endpoints.ListWorkplaces.For(), one => one.WorkplaceId, one => one.Name);

    private static readonly NameList[] s_ofCmdlets =
    [
        AbsenceTypes, Attributes, CostCenters, OrgUnits, DocumentCategories, LegalEntities, Projects, Reports,
        Workplaces,
    ];

    /// <summary>
    /// The list that a cmdlet gets; null where it is none of these. The noun may have a prefix.
    /// </summary>
    public static NameList? OfCmdlet(string name) =>
        s_ofCmdlets.FirstOrDefault(list => name.EndsWith($"Personio{list.Key}", StringComparison.OrdinalIgnoreCase));

    private static NameList Units(string type) => Of<OrgUnit>(
        type,
        Endpoints.ListOrgUnits.For().With("type", type.ToLowerInvariant()),
        one => one.OrgUnitId,
        one => one.Name);

    private static NameList Of<T>(string key, ApiRequest request, Func<T, string?> idOf, Func<T, string?> nameOf) =>
        new(key, async client => Entries(
            await client.ListAllAsync<T>(request).ConfigureAwait(false), idOf, nameOf));

    private static IReadOnlyList<NamedEntry> Entries<T>(
        IEnumerable<T> rows, Func<T, string?> idOf, Func<T, string?> nameOf) =>
    [
        .. rows
            .Where(row => !string.IsNullOrWhiteSpace(idOf(row)))
            .Select(row => new NamedEntry(idOf(row)!, nameOf(row)?.Trim() is { Length: > 0 } name ? name : idOf(row)!))
            .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
