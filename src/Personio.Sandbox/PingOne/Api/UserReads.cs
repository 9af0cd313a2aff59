using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Directory;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Reading users.</summary>
internal static class UserReads
{
    private const string Base = "/v1/environments/{e}/users";

    public static PingOneRoute[] Routes { get; } =
    [
        new("GET", Base, Roles.Read, List),
        new("GET", Base + "/{u}", Roles.Read, Read),
        new("GET", Base + "/{u}/enabled", Roles.Read, Enabled),
        new("GET", Base + "/{u}/population", Roles.Read, Population),
        new("GET", Base + "/{u}/roleAssignments", Roles.Write, RoleAssignments),
    ];

    /// <summary>The filter of a request as a test.</summary>
    public static Func<UserRow, bool> Filter(PingOneCall call)
    {
        if (call.Query("filter") is not { } filter)
        {
            return _ => true;
        }

        try
        {
            return UserFilter.Parse(filter, call.Directory);
        }
        catch (FilterException wrong)
        {
            throw Invalid(wrong);
        }
    }

    public static PingOneProblem Invalid(FilterException wrong)
    {
        var inner = new JsonObject();
        if (wrong.Attributes is not null)
        {
            inner["supportedAttributes"] = new JsonArray([.. wrong.Attributes.Select(name => (JsonNode)name)]);
        }

        if (wrong.Operators is not null)
        {
            inner["supportedOperators"] = new JsonArray([.. wrong.Operators.Select(name => (JsonNode)name)]);
        }

        return PingOneProblem.InvalidRequest("INVALID_FILTER", "filter", wrong.Message, inner.Count > 0 ? inner : null);
    }

    public static JsonObject EnabledJson(PingOneCall call, UserRow user)
    {
        string self = $"{call.Context.EnvironmentUri}/users/{user.Id}";
        return new JsonObject
        {
            ["_links"] = new JsonObject
            {
                ["self"] = new JsonObject { ["href"] = $"{self}/enabled" },
                ["user"] = new JsonObject { ["href"] = self },
            },
            ["enabled"] = user.Enabled,
        };
    }

    private static HttpResponse List(PingOneCall call)
    {
        Func<UserRow, bool> test = Filter(call);
        (DateTimeOffset now, TimeSpan lag) = (call.Directory.Now, call.Options.ListLag);
        UserRow[] users =
        [
            .. call.Directory.Users.Where(
                user => user.IsListed(now, lag) && call.CanSee(user.PopulationId) && test(user)),
        ];
        return HalPage.Create(call, "users", users, user => Expand(call, user.InList(now, lag, call.Directory.Render)));
    }

    private static HttpResponse Read(PingOneCall call)
    {
        UserRow user = call.User;
        JsonObject json = Expand(call, call.Directory.Render(user));
        string[] include = (call.Query("include") ?? "").Split(',');
        GroupRow[] groups = [.. call.Directory.Groups.Where(group => call.Directory.IsMember(user, group))];
        if (include.Contains("memberOfGroupIDs"))
        {
            json["memberOfGroupIDs"] = new JsonArray([.. groups.Select(group => (JsonNode)group.Id)]);
        }

        if (include.Contains("memberOfGroupNames"))
        {
            json["memberOfGroupNames"] = new JsonArray([.. groups.Select(group => (JsonNode)group.Name)]);
        }

        json["_embedded"] = new JsonObject { ["password"] = new JsonObject { ["status"] = "NO_PASSWORD" } };
        return Reply.Json(json);
    }

    private static HttpResponse Enabled(PingOneCall call) => Reply.Json(EnabledJson(call, call.User));

    private static HttpResponse Population(PingOneCall call) =>
        Reply.Json(new JsonObject { ["_links"] = new JsonObject(), ["id"] = call.User.PopulationId });

    private static HttpResponse RoleAssignments(PingOneCall call)
    {
        return HalPage.Create(call, "roleAssignments", call.User.AdminRoles, role => new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["role"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["name"] = role },
            ["scope"] = new JsonObject { ["id"] = call.Directory.EnvironmentId, ["type"] = "ENVIRONMENT" },
            ["readOnly"] = false,
        });
    }

    private static JsonObject Expand(PingOneCall call, JsonObject user)
    {
        if (call.Query("expand") == "population"
            && call.Directory.Populations.Find(row => row.Id == user["population"]!["id"]!.GetValue<string>()) is { } row)
        {
            user["population"] = new JsonObject { ["id"] = row.Id, ["name"] = row.Name };
        }

        return user;
    }
}
