using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>The persons who may track time on a project. Removing without IDs removes all of them.</summary>
internal static class ProjectMemberWrites
{
    public static HttpResponse Add(ApiCall call)
    {
        call.QueryOf();
        ProjectRow project = FindTop(call);
        JsonElement body = JsonBody.ReadAny(call);
        if (body.ValueKind != JsonValueKind.Array || body.EnumerateArray().Any(IsNoObject))
        {
            throw Problem.BadRequest("The request body is not a JSON array of members.");
        }

        string[] ids =
            [.. body.EnumerateArray().Select(item => item.RejectUnknown("person").RequiredReference("person"))];
        if (ids.Length == 0 || ids.Any(id => call.Tenant.People.Persons.Find(id) is null))
        {
            throw Problem.Unprocessable("Invalid members", "All members must be persons of the company.");
        }

        Array.ForEach(ids, project.Join);
        project.AssignedToAll = false;
        Changed(call, project);
        return new HttpResponse(201);
    }

    public static HttpResponse Remove(ApiCall call)
    {
        string[]? ids = Ids(call);
        ProjectRow project = FindTop(call);
        if (call.Request.Body.Length > 0)
        {
            throw Problem.BadRequest("Members are named in the query, not in a body.");
        }

        if (ids is null && call.Options.MemberIdsRequired)
        {
            throw Problem.BadRequest("The parameter 'person_id' is required.");
        }

        MemberRow[] gone = [.. project.LiveMembers.Where(member => ids?.Contains(member.Id) ?? true)];
        Array.ForEach(gone, member => member.Remove());
        if (gone.Length > 0)
        {
            Changed(call, project);
        }

        return HttpResponse.NoContent();
    }

    private static bool IsNoObject(JsonElement item) => item.ValueKind != JsonValueKind.Object;

    /// <summary>The IDs in the query, where a repeated key is equivalent to a comma; null without the key.</summary>
    private static string[]? Ids(ApiCall call)
    {
        if (call.Request.Query.Any(pair => pair.Key != "person_id"))
        {
            throw Problem.BadRequest(Problem.InvalidParameters);
        }

        string[] ids = [.. call.Request.Query.SelectMany(
            pair => pair.Value.Split(',', StringSplitOptions.TrimEntries))];
        return ids.Contains("") ? throw Problem.Unprocessable("The value of the parameter 'person_id' is invalid.")
            : ids.Length == 0 ? null : ids;
    }

    private static ProjectRow FindTop(ApiCall call) =>
        call.Find(call.Tenant.Projects) is { Parent: null } project
            ? project
            : throw Problem.Unprocessable("Sub project", "Sub projects have the members of their parent.");

    private static void Changed(ApiCall call, ProjectRow project)
    {
        project.UpdatedAt = call.Tenant.Calendar.Now;
        project.Touch();
        call.Tenant.LogWrite(call.Request.Method, call.Request.Path, project.Id);
    }
}
