using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>The attributes of an employee of v1 beside the names: of the newest employment, and the company's own.
/// </summary>
internal static class OldAttributes
{
    /// <summary>The attributes that every response has.</summary>
    public static IEnumerable<OldAttribute> Name(PersonRow person) =>
    [
        new("id", "ID", "integer", json => json.WriteNumberValue(Number(person.Id))),
        Text("first_name", "First name", person.FirstName),
        Text("last_name", "Last name", person.LastName),
        Text("email", "Email", person.Email),
    ];

    /// <summary>All others; of those that the company made itself also what is not filled in.</summary>
    public static IEnumerable<OldAttribute> Of(PersonRow person, SandboxTenant tenant)
    {
        EmploymentRow? job = person.Employments.FirstOrDefault();
        return
        [
            Text("preferred_name", "Name (preferred)", person.PreferredName),
            Text("gender", "Gender", person.Gender?.ToLowerInvariant()),
            Text("status", "Status", job?.Status.ToLowerInvariant()),
            Text("position", "Position", job?.Title),
            new("supervisor", "Supervisor", "standard", json => WriteSupervisor(json, job?.SupervisorId)),
            Text("employment_type", "Employment type", job?.Type.ToLowerInvariant()),
            Text("weekly_working_hours", "Weekly hours", job?.WeeklyHours?.ToString(CultureInfo.InvariantCulture)),
            Day("hire_date", "Hire date", job?.Start),
            Day("contract_end_date", "Contract ends", job?.ContractEnd),
            Day("termination_date", "Termination date", job?.Termination?.Date),
            Text("termination_type", "Termination type", job?.Termination?.Type.ToLowerInvariant()),
            Text("termination_reason", "Termination reason", job?.Termination?.Reason),
            Day("last_working_day", "Last day of work", job?.Termination?.LastWorkingDate),
            Day("probation_period_end", "Probation period end", job?.ProbationEnd),
            new("created_at", "Created at", "date", json => json.WriteStringValue(JsonText.Instant(person.CreatedAt))),
            new("last_modified_at", "Last modified", "date",
                json => json.WriteStringValue(JsonText.Instant(person.UpdatedAt))),
            .. Places(job, tenant.Organization),
            .. tenant.Attributes.All.Select(known => Custom(known, person)),
        ];
    }

    private static OldAttribute Custom(AttributeDefinition known, PersonRow person)
    {
        object? value = person.Custom.FirstOrDefault(custom => custom.Id == known.Key)?.Value;
        return new OldAttribute(known.Key, known.Label, known.CatalogType, json => WriteCustom(json, value))
        {
            UniversalId = known.UniversalId,
        };
    }

    private static IEnumerable<OldAttribute> Places(
        EmploymentRow? job, CompanyStructure organization)
    {
        OrgUnitRow? department = Unit(job, organization, "department");
        OrgUnitRow? team = Unit(job, organization, "team");
        NamedRow? office = job?.WorkplaceId is { } id ? organization.Workplaces.Find(id) : null;
        LegalEntityRow? entity = job?.LegalEntityId is { } legal ? organization.LegalEntities.Find(legal) : null;
        return
        [
            new("subcompany", "Subcompany", "standard", json => WriteTarget(json, "Subcompany", entity?.Id, entity?.Name)),
            new("office", "Office", "standard", json => WriteTarget(json, "Office", office?.Id, office?.Name)),
            new("department", "Department", "standard",
                json => WriteTarget(json, "Department", department?.Id, department?.Name)),
            new("team", "Team", "standard", json => WriteTarget(json, "Team", team?.Id, team?.Name)),
            new("cost_centers", "Cost center", "standard", json =>
            {
                json.WriteStartArray();
                foreach ((string center, decimal weight) in job?.CostCenters ?? [])
                {
                    WriteTarget(json, "CostCenter", center, organization.CostCenters.Find(center)?.Name, weight);
                }

                json.WriteEndArray();
            }),
        ];
    }

    private static OrgUnitRow? Unit(EmploymentRow? job, CompanyStructure organization, string type) =>
        (job?.OrgUnits ?? []).Where(unit => unit.Type == type)
            .Select(unit => organization.OrgUnits.Find(unit.Id)).FirstOrDefault();

    private static OldAttribute Text(string key, string label, string? value) =>
        new(key, label, "standard", json => json.WriteStringValue(value));

    // Days are midnights with a zone that says nothing.
    private static OldAttribute Day(string key, string label, DateOnly? day) =>
        new(key, label, "date", json => json.WriteStringValue(
            day?.ToString("yyyy-MM-dd'T00:00:00+0100'", CultureInfo.InvariantCulture)));

    private static void WriteTarget(
        Utf8JsonWriter json, string type, string? id, string? name, decimal? percentage = null)
    {
        if (id is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteStartObject("attributes");
        json.WriteNumber("id", Number(id));
        json.WriteString("name", name);
        json.OptionalNumber("percentage", percentage);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Of a supervisor there is no more than the id.
    private static void WriteSupervisor(Utf8JsonWriter json, string? id)
    {
        if (id is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", "Employee");
        json.WriteStartObject("attributes");
        json.WriteStartObject("id");
        json.WriteString("label", "ID");
        json.WriteNumber("value", Number(id));
        json.WriteString("type", "integer");
        json.WriteString("universal_id", "id");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Tags come as one text.
    private static void WriteCustom(Utf8JsonWriter json, object? value) =>
        PersonRow.WriteValue(json, value is string[] items ? string.Join(',', items) : value);

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
