using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>The job catalog and its salary bands.</summary>
internal static class Jobs
{
    private static readonly ListRules s_named = new(50, 100, "id", "name", "sort");

    public static Route[] Routes { get; } =
    [
        Route.Get("/v2/jobs", Scopes.JobsRead, ListJobs),
        Route.Get("/v2/jobs/{id}", Scopes.JobsRead, GetJob),
        Route.Get("/v2/salary-bands", Scopes.SalaryBandsRead, ListBands),
        Route.Get("/v2/salary-bands/{id}", Scopes.SalaryBandsRead, GetBand),
    ];

    private static HttpResponse ListJobs(ApiCall call)
    {
        bool seesBands = call.Allows(Scopes.SalaryBandsRead);
        return List(call, call.Tenant.Records.Jobs, row => row.Name, row => seesBands ? row : row.WithoutBands());
    }

    private static HttpResponse GetJob(ApiCall call)
    {
        call.QueryOf();
        JobRow row = call.Find(call.Tenant.Records.Jobs);
        return call.Row(call.Allows(Scopes.SalaryBandsRead) ? row : row.WithoutBands());
    }

    private static HttpResponse ListBands(ApiCall call) => List(call, call.Tenant.Records.SalaryBands, row => row.Name);

    private static HttpResponse GetBand(ApiCall call)
    {
        call.QueryOf();
        return call.Row(call.Find(call.Tenant.Records.SalaryBands));
    }

    private static HttpResponse List<T>(ApiCall call, Table<T> table, Func<T, string> name, Func<T, Row>? show = null)
        where T : Row
    {
        ListRequest request = ListRequest.Read(call, s_named);
        var tests = new List<Func<T, bool>>();
        Filter.In(tests, request.Set("id"), row => row.Id);
        Filter.In(tests, request.Set("name"), name);
        IReadOnlyList<T> rows = request.OneOf("sort", "name", "-name", "id", "-id") switch
        {
            "name" => [.. table.Rows.OrderBy(name, StringComparer.Ordinal)],
            "-name" => [.. table.Rows.OrderByDescending(name, StringComparer.Ordinal)],
            "id" => [.. table.Rows.OrderBy(row => row.Id, StringComparer.Ordinal)],
            _ => [.. table.Rows.OrderByDescending(row => row.Id, StringComparer.Ordinal)],
        };
        return Page.Create(request, rows, tests, show);
    }
}
