using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Directory;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Reading groups.</summary>
internal static class Groups
{
    private const string Base = "/v1/environments/{e}/groups";

    public static PingOneRoute[] Routes { get; } =
    [
        new("GET", Base, Roles.Read, List),
        new("GET", Base + "/{id}", Roles.Read, Read),
    ];

    private static HttpResponse List(PingOneCall call)
    {
        Func<string, string?, bool> test = NameFilter.Parse(call, ["id", "externalId", "name"]);
        GroupRow[] rows =
        [
            .. call.Directory.Groups.Where(
                row => test("id", row.Id) || test("name", row.Name) || test("externalId", row.ExternalId)),
        ];
        return HalPage.Create(call, "groups", rows, row => ToJson(call, row));
    }

    private static HttpResponse Read(PingOneCall call)
    {
        string id = call.Id("id");
        GroupRow row = call.Directory.Groups.Find(group => group.Id == id) ?? throw PingOneProblem.NotFound();
        JsonObject json = ToJson(call, row);
        if (call.Query("include") == "totalMemberCounts")
        {
            json["totalMemberCounts"] = new JsonObject
            {
                ["users"] = call.Directory.Users.Count(user => call.Directory.IsMember(user, row)),
            };
        }

        return Reply.Json(json);
    }

    private static JsonObject ToJson(PingOneCall call, GroupRow row)
    {
        var json = new JsonObject
        {
            ["_links"] = new JsonObject
            {
                ["self"] = new JsonObject { ["href"] = $"{call.Context.EnvironmentUri}/groups/{row.Id}" },
            },
            ["id"] = row.Id,
            ["environment"] = new JsonObject { ["id"] = call.Directory.EnvironmentId },
            ["name"] = row.Name,
            ["displayName"] = row.Name,
            ["directMemberCounts"] = new JsonObject { ["users"] = row.Members.Count },
            ["createdAt"] = UserRow.Instant(row.CreatedAt),
            ["updatedAt"] = UserRow.Instant(row.CreatedAt),
        };
        foreach ((string name, string? value) in new[]
        {
            ("description", row.Description), ("externalId", row.ExternalId), ("userFilter", row.UserFilter),
            ("sourceType", row.SourceType),
        })
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        if (row.PopulationId is not null)
        {
            json["population"] = new JsonObject { ["id"] = row.PopulationId };
        }

        return json;
    }
}
