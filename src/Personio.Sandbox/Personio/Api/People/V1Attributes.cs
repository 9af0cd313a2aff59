using System.Globalization;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>
/// The attributes of a v1 employee besides the name: those of the newest employment, and custom attributes.
/// </summary>
internal static class V1Attributes
{
    /// <summary>The attributes that every response contains.</summary>
    public static IEnumerable<V1Attribute> Name(PersonRow person) =>
    [
        Id(person.Id),
        Text("first_name", "First name", person.FirstName),
        Text("last_name", "Last name", person.LastName),
        Text("email", "Email", person.Email),
    ];

    /// <summary>All other attributes, including empty custom attributes.</summary>
    public static IEnumerable<V1Attribute> For(PersonRow person, SandboxTenant tenant)
    {
        EmploymentRow? job = person.Employments.FirstOrDefault();
        return
        [
            Text("preferred_name", "Name (preferred)", person.PreferredName),
            Text("gender", "Gender", person.Gender?.ToLowerInvariant()),
            Text("status", "Status", job?.Status.ToLowerInvariant()),
            Text("position", "Position", job?.Title),
            new("supervisor", "Supervisor", Supervisor(job?.SupervisorId), "standard"),
            Text("employment_type", "Employment type", job?.Type.ToLowerInvariant()),
            Text("weekly_working_hours", "Weekly hours", job?.WeeklyHours?.ToString(CultureInfo.InvariantCulture)),
            Day("hire_date", "Hire date", job?.Start),
            Day("contract_end_date", "Contract ends", job?.ContractEnd),
            Day("termination_date", "Termination date", job?.Termination?.TerminationDate),
            Text("termination_type", "Termination type", job?.Termination?.Type?.ToLowerInvariant()),
            Text("termination_reason", "Termination reason", job?.Termination?.Reason),
            Day("last_working_day", "Last day of work", job?.Termination?.LastWorkingDate),
            Day("probation_period_end", "Probation period end", job?.ProbationEnd),
            new("created_at", "Created at", person.CreatedAt, "date"),
            new("last_modified_at", "Last modified", person.UpdatedAt, "date"),
            .. Places(job, tenant.Organization),
            .. tenant.Attributes.All.Select(known => Custom(known, person)),
        ];
    }

    private static V1Attribute Custom(AttributeDefinition known, PersonRow person)
    {
        object? value = person.Custom.FirstOrDefault(custom => custom.Id == known.Key)?.Value;

        // Tags are sent as one text.
        value = value is string[] items ? string.Join(',', items) : value;
        return new V1Attribute(known.Key, known.Label, value, known.CatalogType) { UniversalId = known.UniversalId };
    }

    private static IEnumerable<V1Attribute> Places(
        EmploymentRow? job, CompanyStructure organization)
    {
        OrgUnitRow? department = Unit(job, organization, "department");
        OrgUnitRow? team = Unit(job, organization, "team");
        NamedRow? office = job?.WorkplaceId is { } id ? organization.Workplaces.Find(id) : null;
        LegalEntityRow? entity = job?.LegalEntityId is { } legal ? organization.LegalEntities.Find(legal) : null;
        return
        [
            new("subcompany", "Subcompany", Place("Subcompany", entity?.Id, entity?.Name), "standard"),
            new("office", "Office", Place("Office", office?.Id, office?.Name), "standard"),
            new("department", "Department", Place("Department", department?.Id, department?.Name), "standard"),
            new("team", "Team", Place("Team", team?.Id, team?.Name), "standard"),
            new("cost_centers", "Cost center", CostCenters(job, organization), "standard"),
        ];
    }

    private static V1Resource?[] CostCenters(EmploymentRow? job, CompanyStructure organization) =>
    [
        .. (job?.CostCenters ?? []).Select(share => Place(
            "CostCenter", share.Id, organization.CostCenters.Find(share.Id)?.Name, share.Weight)),
    ];

    private static OrgUnitRow? Unit(EmploymentRow? job, CompanyStructure organization, string type) =>
        (job?.OrgUnits ?? []).Where(unit => unit.Type == type)
            .Select(unit => organization.OrgUnits.Find(unit.Id)).FirstOrDefault();

    private static V1Attribute Id(string id) => new("id", "ID", Number(id), "integer");

    private static V1Attribute Text(string key, string label, string? value) => new(key, label, value, "standard");

    // Days are sent as midnights with a meaningless UTC offset.
    private static V1Attribute Day(string key, string label, DateOnly? day) =>
        new(key, label, day?.ToString("yyyy-MM-dd'T00:00:00+0100'", CultureInfo.InvariantCulture), "date");

    private static V1Resource? Place(string type, string? id, string? name, decimal? percentage = null) =>
        id is null ? null : new V1Resource(type, new V1Place(Number(id), name, percentage));

    // For a supervisor, only the ID is sent here.
    private static V1Resource? Supervisor(string? id) =>
        id is null ? null : new V1Resource("Employee", new Dictionary<string, V1Attribute> { ["id"] = Id(id) });

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
