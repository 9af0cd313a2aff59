using System.Globalization;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Org units, legal entities, cost centers, and workplaces.</summary>
internal static class Organization
{
    private static readonly ListRules s_units = new(20, ListRules.NoBound, "type", "include_parent_chain", "sort")
    {
        RepeatsFilters = true,
    };

    private static readonly ListRules s_entities = new(20, 100, "id", "country");

    private static readonly ListRules s_named = new(50, ListRules.NoBound, "id", "name", "sort");

    public static Route[] Routes { get; } =
    [
        Route.Get("/v2/org-units", Scopes.OrgUnitsRead, ListUnits) with { IsBeta = true },
        Route.Get("/v2/org-units/{id}", Scopes.OrgUnitsRead, GetUnit),
        Route.Get("/v2/legal-entities", Scopes.LegalEntitiesRead, ListEntities),
        Route.Get("/v2/legal-entities/{id}", Scopes.LegalEntitiesRead, GetEntity),
        Route.Get("/v2/cost-centers", Scopes.CostCentersRead, ListCostCenters) with { IsBeta = true },
        Route.Get("/v2/workplaces", Scopes.WorkplacesRead, ListWorkplaces) with { IsBeta = true },
    ];

    private static HttpResponse ListUnits(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_units);
        string type = request.OneOf("type", "department", "team") ?? throw request.Invalid();
        bool withChain = request.Flag("include_parent_chain");
        IReadOnlyList<OrgUnitRow> units = Sorted(
            request, call.Tenant.Organization.OrgUnits.Rows, unit => unit.Name);
        return Page.Create(
            request, units, [unit => unit.Type == type], withChain ? unit => unit.WithParents(idsOnly: true) : null);
    }

    private static HttpResponse GetUnit(ApiCall call)
    {
        Dictionary<string, string> query = call.QueryOf("type", "include_parent_chain");
        if (query.GetValueOrDefault("type") is not ("department" or "team"))
        {
            throw Problem.BadRequest(Problem.InvalidParameters);
        }

        bool withChain = ApiCall.Flag(query, "include_parent_chain");
        OrgUnitRow unit = call.Find(call.Tenant.Organization.OrgUnits);
        return unit.Type != query["type"] ? throw Problem.NotFound()
            : call.Row(withChain ? unit.WithParents(idsOnly: false) : unit);
    }

    private static HttpResponse ListEntities(ApiCall call)
    {
        ListRequest request = ListRequest.Read(call, s_entities);
        HashSet<string>? ids = request.Set("id");
        if (ids is not null && ids.Any(id => !id.All(char.IsAsciiDigit)))
        {
            throw request.Invalid();
        }

        // A company without the feature has no entities.
        var tests = new List<Func<LegalEntityRow, bool>> { _ => call.Options.LegalEntities };
        Filter.In(tests, ids, row => row.Id);
        Filter.In(tests, request.Set("country"), row => row.Country);
        return Page.Create(request, [.. call.Tenant.Organization.LegalEntities.Rows.Reverse()], tests);
    }

    private static HttpResponse GetEntity(ApiCall call)
    {
        call.QueryOf();
        if (!call.Options.LegalEntities)
        {
            throw new ProblemException(412, "Precondition Failed", "No access to legal entities feature.");
        }

        return call.Row(call.Tenant.Organization.LegalEntities.Find(call["id"])
            ?? throw Problem.NotFound("requested_resource_not_found"));
    }

    private static HttpResponse ListCostCenters(ApiCall call) => ListNamed(call, call.Tenant.Organization.CostCenters);

    private static HttpResponse ListWorkplaces(ApiCall call) => ListNamed(call, call.Tenant.Organization.Workplaces);

    private static HttpResponse ListNamed(ApiCall call, Table<NamedRow> table)
    {
        ListRequest request = ListRequest.Read(call, s_named);
        var tests = new List<Func<NamedRow, bool>>();
        Filter.In(tests, request.Set("id"), row => row.Id);
        Filter.In(tests, request.Set("name"), row => row.Name);
        return Page.Create(request, Sorted(request, table.Rows, row => row.Name), tests);
    }

    private static List<T> Sorted<T>(ListRequest request, IReadOnlyList<T> rows, Func<T, string> name)
        where T : Row => request.OneOf("sort", "name", "-name", "id", "-id") switch
        {
            "name" => [.. rows.OrderBy(name, StringComparer.Ordinal)],
            "-name" => [.. rows.OrderByDescending(name, StringComparer.Ordinal)],
            "-id" => [.. rows.OrderByDescending(Number)],
            _ => [.. rows.OrderBy(Number)],
        };

    private static long Number(Row row) => long.Parse(row.Id, CultureInfo.InvariantCulture);
}
