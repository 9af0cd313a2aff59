using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Directory;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>The environment itself.</summary>
internal static class Environments
{
    public static PingOneRoute[] Routes { get; } = [new("GET", "/v1/environments/{e}", Roles.Any, Read)];

    private static HttpResponse Read(PingOneCall call)
    {
        if (call.Id("e") != call.Directory.EnvironmentId)
        {
            throw PingOneProblem.NotFound();
        }

        DateTimeOffset made = call.Directory.Now.AddYears(-2);
        return Reply.Json(new JsonObject
        {
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = call.Context.EnvironmentUri } },
            ["id"] = call.Directory.EnvironmentId,
            ["name"] = call.Options.EnvironmentName,
            ["description"] = "Staff directory",
            ["organization"] = new JsonObject { ["id"] = "92c7e5d0-48ab-4f13-b5e9-6a10d8f3c274" },
            ["type"] = call.Options.EnvironmentType,
            ["region"] = "EU",
            ["status"] = "ACTIVE",
            ["license"] = new JsonObject { ["id"] = "d30a5c18-6f92-4be7-8a41-57e9c0b2f863" },
            ["createdAt"] = UserRow.Instant(made),
            ["updatedAt"] = UserRow.Instant(made),
        });
    }
}
