using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Changing an employment. Everything is checked before anything is changed.</summary>
internal static class EmploymentWrites
{
    private static readonly string[] s_known =
    [
        "supervisor", "office", "legal_entity", "subcompany", "org_units", "position", "status",
        "employment_start_date", "type", "contract_end_date", "probation_end_date", "probation_period_length",
        "weekly_working_hours", "full_time_weekly_working_hours", "cost_centers", "job",
    ];

    private static readonly string[] s_strict = ["status", "employment_start_date", "type"];

    public static HttpResponse Change(ApiCall call)
    {
        call.QueryOf();
        PersonRow person = call.Find(call.Tenant.People.Persons, "person_id");
        EmploymentRow row = person.Employments.Find(one => one.Id == call["employment_id"]) ?? throw Problem.NotFound();
        Changes changes = Read(call, JsonBody.Read(call), row);
        call.Tenant.Records.Build();
        changes.Apply();

        row.UpdatedAt = person.UpdatedAt = call.Tenant.Calendar.Now;
        row.Touch();
        person.Touch();
        return call.Done(row.Id);
    }

    /// <summary>Reads and fully validates the changes that a body makes to a new or existing employment.</summary>
    public static Changes Read(ApiCall call, JsonElement body, EmploymentRow row)
    {
        var changes = new Changes(body.RejectUnknown(s_known));
        foreach (string name in call.Options.StrictEmploymentPatch ? s_strict : [])
        {
            _ = body.Has(name, out _) ? true : throw Problem.BadRequest($"The field '{name}' is required.");
        }

        AddPlain(changes, row);
        AddDates(changes, row);
        AddReferences(changes, row, call.Tenant);
        return changes;
    }

    private static void AddPlain(Changes changes, EmploymentRow row)
    {
        changes.Replace(
            "status", (body, name) => body.OneOf(name, "ACTIVE", "INACTIVE", "ONBOARDING", "LEAVE"),
            value => row.Status = value ?? row.Status);
        changes.Replace(
            "type", (body, name) => body.OneOf(name, "INTERNAL", "EXTERNAL"), value => row.Type = value ?? row.Type);
        changes.Set("position", Title, value => row.Title = value);
        changes.Set("weekly_working_hours", JsonBody.Number, value => row.WeeklyHours = value);
        changes.Set("full_time_weekly_working_hours", JsonBody.Number, value => row.FullTimeHours = value);
    }

    private static string? Title(JsonElement body, string name) =>
        !body.Has(name, out JsonElement position) ? null
        : position.ValueKind == JsonValueKind.Object ? position.RejectUnknown("title").Text("title")
        : throw JsonBody.Invalid(name);

    private static void AddDates(Changes changes, EmploymentRow row)
    {
        changes.Replace("employment_start_date", JsonBody.Day, value => row.Start = value ?? row.Start);
        changes.Set("contract_end_date", JsonBody.Day, value => row.ContractEnd = value);
        changes.Set("probation_end_date", JsonBody.Day, value => row.ProbationEnd = value);
        if (changes.Body.Has("probation_period_length", out _) && changes.Body.Has("probation_end_date", out _))
        {
            throw Problem.BadRequest(
                "The fields 'probation_end_date' and 'probation_period_length' exclude each other.");
        }

        if (!changes.Body.Has("probation_end_date", out _))
        {
            changes.Set(
                "probation_period_length", Months,
                months => row.ProbationEnd = months is { } known ? row.Start.AddMonths(known) : null);
        }
    }

    private static int? Months(JsonElement body, string name) => body.Number(name) switch
    {
        null => null,
        { } months when months == Math.Truncate(months) && months is >= 0 and <= 1200 => (int)months,
        _ => throw JsonBody.Invalid(name),
    };

    private static void AddReferences(Changes changes, EmploymentRow row, SandboxTenant tenant)
    {
        CompanyStructure company = tenant.Organization;
        SetReference(changes, "supervisor", tenant.People.Persons, id => row.SupervisorId = id);
        SetReference(changes, "office", company.Workplaces, id => row.WorkplaceId = id);
        SetReference(changes, "subcompany", company.LegalEntities, id => row.LegalEntityId = id);
        SetReference(changes, "legal_entity", company.LegalEntities, id => row.LegalEntityId = id);
        changes.Set("job", (body, name) => Job(body, name, tenant), id => row.JobId = id);
        changes.Set("org_units", (body, name) => Units(body, name, company), units => row.OrgUnits = units);
        changes.Replace("cost_centers", (body, name) => Centers(body, name, company), all => row.CostCenters = all);
    }

    private static string? Job(JsonElement body, string name, SandboxTenant tenant) =>
        body.Reference(name) is { } id && tenant.Records.Jobs.Find(id) is null
            ? throw Problem.Unprocessable("The job was not found.")
            : body.Reference(name);

    private static List<OrgUnitReference> Units(JsonElement body, string name, CompanyStructure company)
    {
        var units = new List<OrgUnitReference>();
        foreach (JsonElement item in body.Items(name))
        {
            string? id = item.RejectUnknown("type", "id").Text("id");
            OrgUnitRow? unit = id is null ? null : company.OrgUnits.Find(id);
            units.Add(unit is not null && unit.Type == item.Text("type")
                ? new OrgUnitReference(unit.Type, unit.Id)
                : throw JsonBody.Invalid(name));
        }

        return units;
    }

    private static List<CostCenterShare> Centers(JsonElement body, string name, CompanyStructure company)
    {
        List<CostCenterShare> centers = [.. body.Items(name).Select(item => new CostCenterShare(
            Known(item.RejectUnknown("id", "weight").Text("id"), company.CostCenters, name),
            item.Number("weight") ?? throw JsonBody.Invalid(name)))];
        return centers.Count == 0 || centers.Sum(center => center.Weight) == 100
            ? centers
            : throw Problem.BadRequest("The weights of the field 'cost_centers' must sum up to 100.");
    }

    private static void SetReference<T>(Changes changes, string name, Table<T> table, Action<string?> set)
        where T : Row =>
        changes.Set(
            name, (body, member) => body.Reference(member) is { } id ? Known(id, table, member) : null, set);

    private static string Known<T>(string? id, Table<T> table, string name)
        where T : Row => id is not null && table.Find(id) is not null ? id : throw JsonBody.Invalid(name);
}
