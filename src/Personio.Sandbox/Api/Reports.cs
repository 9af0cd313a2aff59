using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Reports. The synthetic company shares none with its credential, so the list is empty.</summary>
internal static class Reports
{
    private static readonly ListRules s_reports = new(50, 100);

    public static Route[] Routes { get; } =
    [
        Route.Get("/v2/reports", Scopes.ReportsRead, List) with { Denial = Denial.BadRequest },
    ];

    private static Answer List(ApiCall call) => Page.Of(ListRequest.Read(call, s_reports), Array.Empty<NamedRow>(), []);
}
