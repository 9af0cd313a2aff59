using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Applications, candidates, recruiting jobs, and their categories. Read-only, and formerly beta.</summary>
internal static class Recruiting
{
    private const string Root = "/v2/recruiting";

    private static readonly ListRules s_applications = new(
        100, 200, "updated_at.lt", "updated_at.gt", "candidate.email")
    {
        MayEndEmpty = true,
    };

    private static readonly ListRules s_candidates = new(
        100, ListRules.NoBound, "updated_at.lt", "updated_at.gt", "email")
    {
        MayEndEmpty = true,
    };

    private static readonly ListRules s_jobs = new(100, 200, "updated_at.lt", "updated_at.gt") { MayEndEmpty = true };

    private static readonly ListRules s_plain = new(100, ListRules.NoBound) { MayEndEmpty = true };

    public static Route[] Routes { get; } =
    [
        Beta($"{Root}/applications", ListApplications),
        Beta($"{Root}/applications/{{id}}", call => Get(call, call.Tenant.Recruiting.Applications)),
        Beta($"{Root}/applications/{{id}}/stage-transitions", ListTransitions),
        Beta($"{Root}/candidates", ListCandidates),
        Beta($"{Root}/candidates/{{id}}", call => Get(call, call.Tenant.Recruiting.Candidates)),
        Beta($"{Root}/jobs", ListJobs),
        Beta($"{Root}/jobs/{{id}}", call => Get(call, call.Tenant.Recruiting.Jobs)),
        Beta($"{Root}/categories", ListCategories),
        Beta($"{Root}/categories/{{id}}", call => Get(call, call.Tenant.Recruiting.Categories)),
    ];

    private static Route Beta(string template, Func<ApiCall, HttpResponse> handler) =>
        Route.Get(template, Scopes.RecruitingRead, handler) with { IsBeta = true };

    private static HttpResponse Get<T>(ApiCall call, Table<T> table)
        where T : Row
    {
        call.QueryOf();
        return call.Row(call.Find(table));
    }

    private static HttpResponse ListApplications(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_applications);
        List<Func<ApplicationRow, bool>> tests = Changed<ApplicationRow>(request, row => row.UpdatedAt);
        AddEmail(tests, request, "candidate.email", row => row.Candidate.Email);
        return Page.Create(request, call.Tenant.Recruiting.Applications.Rows, tests);
    }

    private static HttpResponse ListTransitions(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_plain);
        return Page.Create(request, call.Find(call.Tenant.Recruiting.Applications).Transitions, []);
    }

    private static HttpResponse ListCandidates(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_candidates);
        List<Func<CandidateRow, bool>> tests = Changed<CandidateRow>(request, row => row.UpdatedAt);
        AddEmail(tests, request, "email", row => row.Email);
        return Page.Create(request, call.Tenant.Recruiting.Candidates.Rows, tests);
    }

    private static HttpResponse ListJobs(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_jobs);
        return Page.Create(
            request, call.Tenant.Recruiting.Jobs.Rows, Changed<RecruitingJobRow>(request, row => row.UpdatedAt));
    }

    private static HttpResponse ListCategories(ApiCall call) =>
        Page.Create(ListRequest.Read(call, s_plain), call.Tenant.Recruiting.Categories.Rows, []);

    /// <summary>Filters by changes before or after a moment; requesting both together is rejected.</summary>
    private static List<Func<T, bool>> Changed<T>(ListRequest request, Func<T, DateTimeOffset> value)
    {
        if (request.Text("updated_at.lt") is not null && request.Text("updated_at.gt") is not null)
        {
            throw request.Invalid();
        }

        var tests = new List<Func<T, bool>>();
        Filter.Between(tests, request, "updated_at", value);
        return tests;
    }

    private static void AddEmail<T>(
        List<Func<T, bool>> tests, ListRequest request, string name, Func<T, string> value)
    {
        if (request.Text(name) is { } email)
        {
            tests.Add(row => string.Equals(value(row), email, StringComparison.OrdinalIgnoreCase));
        }
    }
}
