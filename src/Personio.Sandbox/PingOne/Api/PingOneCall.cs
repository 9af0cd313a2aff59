using System.Text.Json;
using System.Text.Json.Nodes;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Directory;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>One request to one endpoint.</summary>
internal sealed class PingOneCall(PingOneContext context, HttpRequest request, PingOneRoute route)
{
    public HttpRequest Request { get; } = request;

    public PingOneContext Context { get; } = context;

    public PingOneOptions Options => Context.Options;

    public PingOneDirectory Directory => Context.Directory;

    /// <summary>The value of a placeholder in the path.</summary>
    public string this[string placeholder] => Request.Segments[Array.IndexOf(route.Segments, $"{{{placeholder}}}")];

    /// <summary>The user in the path, if the app's roles cover it.</summary>
    public UserRow User => Directory.Find(Id("u")) is { } user && CanSee(user.PopulationId)
        ? user
        : throw PingOneProblem.NotFound();

    /// <summary>An ID in the path, which must have a valid format.</summary>
    public string Id(string placeholder) =>
        Guid.TryParseExact(this[placeholder], "D", out _)
            ? this[placeholder]
            : throw PingOneProblem.InvalidId(placeholder switch
        {
            "u" => "userId",
            "e" => "environmentId",
            _ => "id",
        });

    /// <summary>True if the roles for this endpoint cover a population.</summary>
    public bool CanSee(string populationId) =>
        Context.App.CoveredPopulations(route.Roles, Directory) is not { } reach || reach.Contains(populationId);

    /// <summary>The value of a query parameter; repeating it is an error.</summary>
    public string? Query(string name)
    {
        string[] values = [.. Request.Query.Where(pair => pair.Key == name).Select(pair => pair.Value)];
        return values.Length <= 1
            ? values.FirstOrDefault()
            : throw PingOneProblem.InvalidRequest("INVALID_PARAMETER", name, "The parameter is given more than once.");
    }

    /// <summary>Returns the body, which must be a JSON object.</summary>
    public JsonObject Body()
    {
        string type = (Request.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!type.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw PingOneProblem.UnsupportedMediaType();
        }

        try
        {
            return JsonNode.Parse(Request.Body) as JsonObject
                ?? throw PingOneProblem.InvalidRequest("INVALID_VALUE", null, "The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw PingOneProblem.InvalidRequest("INVALID_VALUE", null, "The body is not valid JSON.");
        }
    }

    /// <summary>The URL of a user.</summary>
    public string Uri(UserRow user) => $"{Context.EnvironmentUri}/users/{user.Id}";

    /// <summary>Records a write that was carried out, and responds.</summary>
    public HttpResponse Done(string id, object body, int status = 200)
    {
        Directory.LogWrite(Request.Method, Request.Path, id);
        return PingOneJson.Response(body, status);
    }

    /// <summary>Records that an object was created, and responds with it and its location.</summary>
    public HttpResponse Created(string id, object body, string location)
    {
        HttpResponse response = Done(id, body, 201);
        response.Headers.Add(new("Location", location));
        return response;
    }
}
