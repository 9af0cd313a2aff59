using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Json;

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

        return PingOneJson.Response(new EnvironmentResponse
        {
            Links = HalLinks.To(call.Context.EnvironmentUri),
            Id = call.Directory.EnvironmentId,
            Name = call.Options.EnvironmentName,
            Type = call.Options.EnvironmentType,
            CreatedAt = call.Directory.Now.AddYears(-2),
        });
    }
}
