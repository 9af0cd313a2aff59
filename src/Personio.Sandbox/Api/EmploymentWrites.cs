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
        "weekly_working_hours", "full_time_weekly_working_hours", "cost_centers",
    ];

    private static readonly string[] s_strict = ["status", "employment_start_date", "type"];

    public static Answer Change(ApiCall call)
    {
        call.QueryOf();
        PersonRow person = call.Find(call.Tenant.Persons, "person_id");
        EmploymentRow row = person.Employments.Find(one => one.Id == call["employment_id"]) ?? throw Problem.NotFound();
        JsonElement body = JsonBody.Read(call, s_known);
        foreach (string name in call.Options.StrictEmploymentPatch ? s_strict : [])
        {
            _ = body.Has(name, out _) ? true : throw Problem.BadRequest($"The field '{name}' is required.");
        }

        var changes = new List<Action>();
        AddPlain(changes, body, row);
        AddDates(changes, body, row);
        AddReferences(changes, body, row, call.Tenant);
        changes.ForEach(change => change());

        row.UpdatedAt = person.UpdatedAt = call.Tenant.Calendar.Now;
        row.Touch();
        person.Touch();
        return call.Done(row.Id);
    }

    private static void AddPlain(List<Action> changes, JsonElement body, EmploymentRow row)
    {
        if (body.OneOf("status", "ACTIVE", "INACTIVE", "ONBOARDING", "LEAVE") is { } status)
        {
            changes.Add(() => row.Status = status);
        }

        if (body.OneOf("type", "INTERNAL", "EXTERNAL") is { } type)
        {
            changes.Add(() => row.Type = type);
        }

        if (body.TryGetProperty("position", out JsonElement position))
        {
            string? title = position.ValueKind == JsonValueKind.Object ? position.Text("title") : null;
            changes.Add(() => row.Title = title);
        }

        Set(changes, body, "weekly_working_hours", JsonBody.Number, value => row.WeeklyHours = value);
        Set(changes, body, "full_time_weekly_working_hours", JsonBody.Number, value => row.FullTimeHours = value);
    }

    private static void AddDates(List<Action> changes, JsonElement body, EmploymentRow row)
    {
        if (body.Day("employment_start_date") is { } start)
        {
            changes.Add(() => row.Start = start);
        }

        Set(changes, body, "contract_end_date", JsonBody.Day, value => row.ContractEnd = value);
        Set(changes, body, "probation_end_date", JsonBody.Day, value => row.ProbationEnd = value);
        if (body.Number("probation_period_length") is { } months)
        {
            if (body.Has("probation_end_date", out _))
            {
                throw Problem.BadRequest(
                    "The fields 'probation_end_date' and 'probation_period_length' exclude each other.");
            }

            changes.Add(() => row.ProbationEnd = row.Start.AddMonths((int)months));
        }
    }

    private static void AddReferences(
        List<Action> changes, JsonElement body, EmploymentRow row, SandboxTenant tenant)
    {
        CompanyStructure company = tenant.Organization;
        SetReference(changes, body, "supervisor", tenant.Persons, id => row.SupervisorId = id);
        SetReference(changes, body, "office", company.Workplaces, id => row.WorkplaceId = id);
        SetReference(changes, body, "subcompany", company.LegalEntities, id => row.LegalEntityId = id);
        SetReference(changes, body, "legal_entity", company.LegalEntities, id => row.LegalEntityId = id);
        if (body.TryGetProperty("org_units", out _))
        {
            List<(string Type, string Id)> units = [.. body.Items("org_units").Select(item => (
                item.OneOf("type", "team", "department") ?? throw JsonBody.Invalid("org_units"),
                Known(item.Text("id"), company.OrgUnits, "org_units")))];
            changes.Add(() => row.OrgUnits = units);
        }

        if (body.TryGetProperty("cost_centers", out _))
        {
            List<(string Id, decimal Weight)> centers = [.. body.Items("cost_centers").Select(item => (
                Known(item.Text("id"), company.CostCenters, "cost_centers"), item.Number("weight") ?? 0))];
            if (centers.Count > 0 && centers.Sum(center => center.Weight) != 100)
            {
                throw Problem.BadRequest("The weights of the field 'cost_centers' must sum up to 100.");
            }

            changes.Add(() => row.CostCenters = centers);
        }
    }

    /// <summary>Null clears; a missing member leaves alone.</summary>
    private static void Set<T>(
        List<Action> changes, JsonElement body, string name, Func<JsonElement, string, T> read, Action<T> set)
    {
        if (body.TryGetProperty(name, out _))
        {
            T value = read(body, name);
            changes.Add(() => set(value));
        }
    }

    private static void SetReference<T>(
        List<Action> changes, JsonElement body, string name, Table<T> table, Action<string?> set)
        where T : Row
        => Set(
            changes, body, name,
            (all, member) => all.Reference(member) is { } id ? Known(id, table, member) : null,
            set);

    private static string Known<T>(string? id, Table<T> table, string name)
        where T : Row => id is not null && table.Find(id) is not null ? id : throw JsonBody.Invalid(name);
}
