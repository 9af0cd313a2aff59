using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Directory;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Creating, changing, and removing users.</summary>
internal static class UserWrites
{
    private const string Base = "/v1/environments/{e}/users";

    public static PingOneRoute[] Routes { get; } =
    [
        new("POST", Base, Roles.Write, Create),
        new("PATCH", Base + "/{u}", Roles.Write, Patch),
        new("PUT", Base + "/{u}", Roles.Write, Put),
        new("DELETE", Base + "/{u}", Roles.Write, Delete),
        new("PUT", Base + "/{u}/enabled", Roles.Write, Enable),
        new("PUT", Base + "/{u}/population", Roles.Write, Move),
    ];

    private static HttpResponse Create(PingOneCall call)
    {
        JsonObject body = call.Body();
        var check = new ProfileCheck(call, null);
        JsonObject profile = check.New(body);
        PopulationRow? population = check.Population(body);
        bool enabled = check.Flag(body, "enabled") ?? true;
        check.ThrowIfAny();
        var user = new UserRow
        {
            Id = Guid.NewGuid().ToString(),
            PopulationId = population!.Id,
            Enabled = enabled || !call.Options.EnabledInPost,
            CreatedAt = call.Directory.Now,
        };
        call.Directory.Add(user, profile);
        return call.Created(user.Id, call.Directory.Render(user), call.Uri(user));
    }

    private static HttpResponse Patch(PingOneCall call)
    {
        UserRow user = call.User;
        var check = new ProfileCheck(call, user);
        JsonObject profile = check.Changed(call.Body());
        return Keep(call, user, check, profile);
    }

    private static HttpResponse Put(PingOneCall call)
    {
        UserRow user = call.User;
        var check = new ProfileCheck(call, user);
        JsonObject profile = check.New(call.Body());
        return Keep(call, user, check, profile);
    }

    private static HttpResponse Keep(PingOneCall call, UserRow user, ProfileCheck check, JsonObject profile)
    {
        check.ThrowIfAny();
        user.Change(call.Directory.Now, () => user.Replace(profile), call.Directory.Render);
        return call.Done(user.Id, call.Directory.Render(user));
    }

    private static HttpResponse Delete(PingOneCall call)
    {
        string id = call.User.Id;
        call.Directory.Remove(id);
        call.Directory.LogWrite(call.Request.Method, call.Request.Path, id);
        return HttpResponse.NoContent();
    }

    private static HttpResponse Enable(PingOneCall call)
    {
        UserRow user = call.User;
        var check = new ProfileCheck(call, user);
        bool enabled = check.Required(call.Body(), "enabled");
        check.ThrowIfAny();
        user.Change(call.Directory.Now, () => user.Enabled = enabled, call.Directory.Render);
        return call.Done(user.Id, UserReads.ShowEnabled(call, user));
    }

    private static HttpResponse Move(PingOneCall call)
    {
        UserRow user = call.User;
        string? id = call.Body()["id"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        PopulationRow population = call.Directory.Populations.Find(row => row.Id == id)
            ?? throw PingOneProblem.InvalidData(
                new ProblemDetail("INVALID_VALUE", "id", "The population does not exist."));
        user.Change(call.Directory.Now, () => user.PopulationId = population.Id, call.Directory.Render);
        return call.Done(user.Id, new UserPopulationResponse(population.Id));
    }
}
