using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Reading populations.</summary>
internal static class Populations
{
    private const string Base = "/v1/environments/{e}/populations";

    public static PingOneRoute[] Routes { get; } =
    [
        new("GET", Base, Roles.Read, List),
        new("GET", Base + "/{id}", Roles.Read, Read),
    ];

    private static HttpResponse List(PingOneCall call)
    {
        Func<string, string?, bool> test = NameFilter.Parse(call, ["id", "name"]);
        return HalPage.Create(
            call, "populations",
            [
                .. call.Directory.Populations.Where(
                    row => call.CanSee(row.Id) && (test("id", row.Id) || test("name", row.Name))),
            ],
            row => Show(call, row));
    }

    private static HttpResponse Read(PingOneCall call)
    {
        string id = call.Id("id");
        return call.Directory.Populations.Find(row => row.Id == id) is { } row && call.CanSee(id)
            ? PingOneJson.Response(Show(call, row))
            : throw PingOneProblem.NotFound();
    }

    private static PopulationResponse Show(PingOneCall call, PopulationRow row) => new()
    {
        Links = HalLinks.To($"{call.Context.EnvironmentUri}/populations/{row.Id}"),
        Id = row.Id,
        Environment = new Reference(call.Directory.EnvironmentId),
        Name = row.Name,
        Description = row.Description,
        IsDefault = row.IsDefault,
        UserCount = call.Directory.Users.Count(user => user.PopulationId == row.Id
            && (call.Options.ListLag == TimeSpan.Zero || call.Directory.Now - user.CreatedAt >= call.Options.ListLag)),
        CreatedAt = row.CreatedAt,
    };
}
