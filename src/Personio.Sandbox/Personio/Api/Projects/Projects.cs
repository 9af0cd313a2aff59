using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Projects and, on request, the time tracked on them.</summary>
internal static class Projects
{
    private static readonly ListRules s_projects = new(
        200, 200, "id", "name", "project_code", "parent_project.id", "status", "top_level_only", "include")
    {
        InvalidStatus = 422,
    };

    private static readonly ListRules s_members = new(200, 200) { InvalidStatus = 422 };

    private static readonly Dictionary<string, Func<SandboxTenant, ProjectRow, long>> s_counts =
        new(StringComparer.Ordinal)
        {
            ["tracked_minutes"] = Minutes,
            ["sub_projects_tracked_minutes"] = (tenant, row) => Subs(tenant, row).Sum(sub => Minutes(tenant, sub)),
            ["sub_projects_count"] = (tenant, row) => Subs(tenant, row).Count(),
            ["tracked_periods_count"] = (tenant, row) => Tracked(tenant, row).Count(),
        };

    public static Route[] Routes { get; } =
    [
        Route.Get("/v2/projects", Scopes.ProjectsRead, List),
        Route.Get("/v2/projects/{id}", Scopes.ProjectsRead, Get),
        Route.Post("/v2/projects", Scopes.ProjectsWrite, ProjectWrites.Create),
        Route.Patch("/v2/projects/{id}", Scopes.ProjectsWrite, ProjectWrites.Change),
        Route.Delete("/v2/projects/{id}", Scopes.ProjectsWrite, ProjectWrites.Remove),
        Route.Get("/v2/projects/{id}/members", Scopes.ProjectsRead, ListMembers),
        Route.Post("/v2/projects/{id}/members", Scopes.ProjectsWrite, ProjectMemberWrites.Add),
        Route.Delete("/v2/projects/{id}/members", Scopes.ProjectsWrite, ProjectMemberWrites.Remove),
    ];

    public static IEnumerable<ProjectRow> Subs(SandboxTenant tenant, ProjectRow row) =>
        tenant.Projects.OfOwner(row.Id).Where(sub => !sub.IsRemoved);

    public static IEnumerable<AttendancePeriodRow> Tracked(SandboxTenant tenant, ProjectRow row) =>
        tenant.Attendance.Periods.Live.Where(period => period.ProjectId == row.Id);

    private static HttpResponse List(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_projects);
        HashSet<string>? ids = request.Set("id");
        HashSet<string>? parents = request.Set("parent_project.id");
        var tests = new List<Func<ProjectRow, bool>>();
        Filter.In(tests, ids, row => row.Id);
        Filter.In(tests, parents, row => row.Parent?.Id);
        Filter.In(tests, request.Set("name"), row => row.Name);
        Filter.In(tests, request.Set("project_code"), row => row.Code);
        Filter.Equal(tests, request.OneOf("status", "ACTIVE", "ARCHIVED"), row => row.Status);
        if (request.Flag("top_level_only"))
        {
            tests.Add(row => row.Parent is null);
        }

        string[] counts = Counts(request.Text("include"));
        return Page.Create(
            request, call.Tenant.Projects.Candidates(ids, parents), tests,
            counts.Length == 0 ? null : row => WithCounts(call.Tenant, row, counts));
    }

    private static HttpResponse Get(ApiCall call)
    {
        string[] counts = Counts(call.QueryOf("include").GetValueOrDefault("include"));
        ProjectRow row = call.Find(call.Tenant.Projects);
        return call.Row(counts.Length == 0 ? row : WithCounts(call.Tenant, row, counts));
    }

    private static HttpResponse ListMembers(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_members);
        return Page.Create(request, call.Find(call.Tenant.Projects).Members, []);
    }

    private static string[] Counts(string? include)
    {
        string[] counts = include?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return counts.All(s_counts.ContainsKey)
            ? counts
            : throw Problem.Unprocessable("The value of the parameter 'include' is invalid.");
    }

    private static long Minutes(SandboxTenant tenant, ProjectRow row) =>
        Tracked(tenant, row).Sum(period => (long)((period.End - period.Start)?.TotalMinutes ?? 0));

    private static ProjectRow WithCounts(SandboxTenant tenant, ProjectRow row, string[] counts) => row.WithCounts(
        counts.Distinct().ToDictionary(
            count => count, object (count) => s_counts[count](tenant, row), StringComparer.Ordinal));
}
