using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Directory;

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
            [.. call.Directory.Populations.Where(row => call.CanSee(row.Id) && (test("id", row.Id) || test("name", row.Name)))],
            row => ToJson(call, row));
    }

    private static HttpResponse Read(PingOneCall call)
    {
        string id = call.Id("id");
        return call.Directory.Populations.Find(row => row.Id == id) is { } row && call.CanSee(id)
            ? Reply.Json(ToJson(call, row))
            : throw PingOneProblem.NotFound();
    }

    private static JsonObject ToJson(PingOneCall call, PopulationRow row) => new()
    {
        ["_links"] = new JsonObject
        {
            ["self"] = new JsonObject { ["href"] = $"{call.Context.EnvironmentUri}/populations/{row.Id}" },
        },
        ["id"] = row.Id,
        ["environment"] = new JsonObject { ["id"] = call.Directory.EnvironmentId },
        ["name"] = row.Name,
        ["description"] = row.Description,
        ["default"] = row.IsDefault,
        ["userCount"] = call.Directory.Users.Count(user => user.PopulationId == row.Id
            && (call.Options.ListLag == TimeSpan.Zero || call.Directory.Now - user.CreatedAt >= call.Options.ListLag)),
        ["createdAt"] = UserRow.Instant(row.CreatedAt),
        ["updatedAt"] = UserRow.Instant(row.CreatedAt),
    };
}
