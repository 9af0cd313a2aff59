using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.PingOne.Json;

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

    /// <summary>Returns the filter of a request as a predicate.</summary>
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
        InnerError? inner = wrong.Attributes is null && wrong.Operators is null
            ? null
            : new InnerError { SupportedAttributes = wrong.Attributes, SupportedOperators = wrong.Operators };
        return PingOneProblem.InvalidRequest("INVALID_FILTER", "filter", wrong.Message, inner);
    }

    public static EnabledResponse ShowEnabled(PingOneCall call, UserRow user)
    {
        string self = call.Uri(user);
        return new EnabledResponse(
            new HalLinks { Self = new Link($"{self}/enabled"), User = new Link(self) }, user.Enabled);
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
        return PingOneJson.Response(json);
    }

    private static HttpResponse Enabled(PingOneCall call) => PingOneJson.Response(ShowEnabled(call, call.User));

    private static HttpResponse Population(PingOneCall call) =>
        PingOneJson.Response(new UserPopulationResponse(call.User.PopulationId));

    private static HttpResponse RoleAssignments(PingOneCall call)
    {
        var scope = new RoleScope(call.Directory.EnvironmentId, "ENVIRONMENT");
        return HalPage.Create(call, "roleAssignments", call.User.AdminRoles, role => new RoleAssignment(
            Guid.NewGuid().ToString(), new NamedReference(Guid.NewGuid().ToString(), role), scope, ReadOnly: false));
    }

    private static JsonObject Expand(PingOneCall call, JsonObject user)
    {
        if (call.Query("expand") == "population"
            && call.Directory.Populations.Find(
                row => row.Id == user["population"]!["id"]!.GetValue<string>()) is { } row)
        {
            user["population"] = new JsonObject { ["id"] = row.Id, ["name"] = row.Name };
        }

        return user;
    }
}
