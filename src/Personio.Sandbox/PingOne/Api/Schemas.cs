using System.Text.Json.Nodes;
using Personio.Sandbox.Http;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Reading the schema of users; neither list has pages.</summary>
internal static class Schemas
{
    private const string Base = "/v1/environments/{e}/schemas";

    public static PingOneRoute[] Routes { get; } =
    [
        new("GET", Base, Roles.Schema, List),
        new("GET", Base + "/{id}/attributes", Roles.Schema, Attributes),
    ];

    private static HttpResponse List(PingOneCall call) => Whole(call, "schemas",
    [
        new JsonObject { ["id"] = call.Directory.Schema.Id, ["name"] = "User", ["description"] = "The user schema" },
    ]);

    private static HttpResponse Attributes(PingOneCall call) =>
        call.Id("id") == call.Directory.Schema.Id
            ? Whole(call, "attributes", [.. call.Directory.Schema.All.Select(row => row.ToJson(call.Directory.Schema.Id))])
            : throw PingOneProblem.NotFound();

    private static HttpResponse Whole(PingOneCall call, string name, JsonObject[] rows) => Reply.Json(new JsonObject
    {
        ["_links"] = new JsonObject
        {
            ["self"] = new JsonObject { ["href"] = $"{call.Context.ApiOrigin}{call.Request.Target}" },
        },
        ["_embedded"] = new JsonObject { [name] = new JsonArray([.. rows]) },
        ["count"] = rows.Length,
        ["size"] = rows.Length,
    });
}
