using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>The groups of a user.</summary>
internal static class Memberships
{
    private const string Base = "/v1/environments/{e}/users/{u}/memberOfGroups";

    public static PingOneRoute[] Routes { get; } =
    [
        new("GET", Base, Roles.Write, List),
        new("POST", Base, Roles.Write, Add),
        new("GET", Base + "/{id}", Roles.Write, Read),
        new("DELETE", Base + "/{id}", Roles.Write, Remove),
    ];

    private static HttpResponse List(PingOneCall call)
    {
        UserRow user = call.User;
        return HalPage.Create(
            call, "groupMemberships", [.. call.Directory.Groups.Where(group => call.Directory.IsMember(user, group))],
            group => Show(call, user, group));
    }

    private static HttpResponse Read(PingOneCall call)
    {
        UserRow user = call.User;
        GroupRow group = Group(call, call.Id("id"));
        return call.Directory.IsMember(user, group)
            ? PingOneJson.Response(Show(call, user, group))
            : throw PingOneProblem.NotFound();
    }

    private static HttpResponse Add(PingOneCall call)
    {
        UserRow user = call.User;
        string? id = call.Body()["id"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        GroupRow group = call.Directory.Groups.Find(row => row.Id == id)
            ?? throw PingOneProblem.InvalidData(new ProblemDetail("INVALID_VALUE", "id", "The group does not exist."));
        MustBeOpen(group);
        if (!group.Members.Add(user.Id))
        {
            throw PingOneProblem.InvalidData(
                new ProblemDetail("UNIQUENESS_VIOLATION", "id", "The user is already a member of the group."));
        }

        return call.Created(user.Id, Show(call, user, group), Uri(call, user, group));
    }

    private static HttpResponse Remove(PingOneCall call)
    {
        UserRow user = call.User;
        GroupRow group = Group(call, call.Id("id"));
        if (!call.Directory.IsMember(user, group))
        {
            throw PingOneProblem.NotFound();
        }

        MustBeOpen(group);
        group.Members.Remove(user.Id);
        call.Directory.LogWrite(call.Request.Method, call.Request.Path, user.Id);
        return HttpResponse.NoContent();
    }

    private static GroupRow Group(PingOneCall call, string id) =>
        call.Directory.Groups.Find(row => row.Id == id) ?? throw PingOneProblem.NotFound();

    private static void MustBeOpen(GroupRow group)
    {
        if (!group.IsOpen)
        {
            throw PingOneProblem.InvalidData(new ProblemDetail(
                "CONSTRAINT_VIOLATION", "id", "The members of a dynamic or external group cannot be changed by hand."));
        }
    }

    private static MembershipResponse Show(PingOneCall call, UserRow user, GroupRow group) => new(
        HalLinks.To(Uri(call, user, group)), group.Id, new Reference(call.Directory.EnvironmentId), group.Name,
        group.Members.Contains(user.Id) ? "DIRECT" : "INDIRECT");

    private static string Uri(PingOneCall call, UserRow user, GroupRow group) =>
        $"{call.Context.EnvironmentUri}/users/{user.Id}/memberOfGroups/{group.Id}";
}
