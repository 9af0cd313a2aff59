using System.Globalization;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Creating, changing, and deleting projects. Everything is checked before anything is changed.</summary>
internal static class ProjectWrites
{
    private const int MaximumName = 255;
    private const int MaximumDescription = 1000;

    private static readonly string[] s_known =
    [
        "name", "status", "project_code", "description", "cost_center", "assigned_to_all", "start", "end", "billable",
        "client_name", "project_type",
    ];

    // Sub-projects inherit these from their parent.
    private static readonly string[] s_inherited = ["cost_center", "assigned_to_all", "billable"];

    public static HttpResponse Create(ApiCall call)
    {
        call.QueryOf();
        JsonElement body = JsonBody.Read(call, [.. s_known, "parent_project"]);
        _ = (body.RequiredText("name"), body.RequiredText("status"));
        SandboxTenant tenant = call.Tenant;
        int number = ProjectBuilder.FirstId + tenant.Projects.Rows.Count;
        var row = new ProjectRow
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Name = "",
            Status = "",
            Parent = Parent(tenant, body),
            CreatedAt = tenant.Calendar.Now,
            UpdatedAt = tenant.Calendar.Now,
        };
        Read(tenant, body, row).Apply();
        tenant.Projects.Add(row);
        return call.Created(row.Id);
    }

    public static HttpResponse Change(ApiCall call)
    {
        call.QueryOf();
        ProjectRow row = call.Find(call.Tenant.Projects);
        Read(call.Tenant, JsonBody.Read(call, s_known), row).Apply();
        row.UpdatedAt = call.Tenant.Calendar.Now;
        foreach (ProjectRow one in Projects.Subs(call.Tenant, row).Append(row))
        {
            one.Touch();
        }

        return call.Done(row.Id);
    }

    public static HttpResponse Remove(ApiCall call)
    {
        call.QueryOf();
        ProjectRow row = call.Find(call.Tenant.Projects);
        ProjectRow[] all = [row, .. Projects.Subs(call.Tenant, row)];
        if (all.Any(one => Projects.Tracked(call.Tenant, one).Any()))
        {
            throw Problem.Unprocessable(
                "Project has attendances", "A project with tracked attendance cannot be deleted.");
        }

        Array.ForEach(all, one => one.Remove());
        return call.Done(row.Id);
    }

    /// <summary>Projects can be nested only one level deep.</summary>
    private static ProjectRow? Parent(SandboxTenant tenant, JsonElement body) =>
        body.Reference("parent_project") is not { } id ? null
        : tenant.Projects.Find(id) is { Parent: null } parent ? parent
        : throw Problem.Unprocessable("Parent missing", "The parent project was not found.");

    private static Changes Read(SandboxTenant tenant, JsonElement body, ProjectRow row)
    {
        foreach (string name in s_inherited.Where(name => row.Parent is not null && body.Has(name, out _)))
        {
            throw Problem.Unprocessable(
                "Unsupported field for sub project", $"Sub projects have no field '{name}' of their own.");
        }

        var changes = new Changes(body);
        changes.Replace("name", (all, name) => Name(tenant, row, all, name), value => row.Name = value);
        changes.Replace(
            "status", (all, name) => all.OneOf(name, "ACTIVE", "ARCHIVED"), value => row.Status = value ?? "");
        changes.Set("project_code", (all, name) => Code(tenant, row, all, name), value => row.Code = value);
        changes.Set(
            "description", (all, name) => all.Text(name, MaximumDescription), value => row.Description = value);
        changes.Set("cost_center", (all, name) => Center(tenant, all, name), value => row.CostCenterId = value);
        changes.Replace("billable", JsonBody.Flag, value => row.Billable = value ?? false);
        changes.Replace("assigned_to_all", JsonBody.Flag, value => Assign(row, value ?? false));
        changes.Set("client_name", JsonBody.Text, value => row.ClientName = value);
        changes.Set("project_type", JsonBody.Text, value => row.ProjectType = value);
        AddDates(changes, row);
        return changes;
    }

    private static void AddDates(Changes changes, ProjectRow row)
    {
        (DateOnly? start, DateOnly? end) = (row.Start, row.End);
        start = changes.Body.TryGetProperty("start", out _) ? changes.Body.Date("start") : start;
        end = changes.Body.TryGetProperty("end", out _) ? changes.Body.Date("end") : end;
        if (start >= end)
        {
            throw Problem.Unprocessable(
                "Start after end", "The end is the first day after the project and must be later than the start.");
        }

        changes.Add(() => (row.Start, row.End) = (start, end));
    }

    /// <summary>A project assigned to everyone has no members of its own.</summary>
    private static void Assign(ProjectRow row, bool toAll)
    {
        if (toAll && !row.AssignedToAll)
        {
            row.Members.ForEach(member => member.Remove());
        }

        row.AssignedToAll = toAll;
    }

    private static string Name(SandboxTenant tenant, ProjectRow row, JsonElement body, string name)
    {
        string text = body.RequiredText(name);
        _ = body.Text(name, MaximumName);
        return tenant.Projects.Live.Any(other => other != row && other.Name == text)
            ? throw Problem.Unprocessable("Duplicate name", "There is a project of this name.")
            : text;
    }

    private static string? Code(SandboxTenant tenant, ProjectRow row, JsonElement body, string name)
    {
        string? text = body.Text(name);
        return text is not null && tenant.Projects.Live.Any(other => other != row && other.Code == text)
            ? throw Problem.Unprocessable("Duplicate code", "There is a project with this code.")
            : text;
    }

    private static string? Center(SandboxTenant tenant, JsonElement body, string name) =>
        body.Reference(name) is { } id && tenant.Organization.CostCenters.Find(id) is null
            ? throw Problem.Unprocessable("Cost center missing", "The cost center was not found.")
            : body.Reference(name);
}
