using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Reading the user schema; neither list has pages.</summary>
internal static class Schemas
{
    private const string Base = "/v1/environments/{e}/schemas";

    public static PingOneRoute[] Routes { get; } =
    [
        new("GET", Base, Roles.Schema, List),
        new("GET", Base + "/{id}/attributes", Roles.Schema, Attributes),
    ];

    private static HttpResponse List(PingOneCall call) =>
        Whole(call, "schemas", [new SchemaResponse(call.Directory.Schema.Id, "User", "The user schema")]);

    private static HttpResponse Attributes(PingOneCall call)
    {
        UserSchema schema = call.Directory.Schema;
        return call.Id("id") == schema.Id
            ? Whole(call, "attributes", [.. schema.All.Select(row => AttributeResponse.From(row, schema.Id))])
            : throw PingOneProblem.NotFound();
    }

    private static HttpResponse Whole(PingOneCall call, string name, object[] rows) => PingOneJson.Response(
        new HalPageResponse(
            HalLinks.To($"{call.Context.ApiOrigin}{call.Request.Target}"),
            new Dictionary<string, object[]> { [name] = rows })
        {
            Count = rows.Length,
            Size = rows.Length,
        });
}
