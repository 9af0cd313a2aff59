using Personio.Sandbox.Http;
using Personio.Sandbox.Json;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>One request to one endpoint.</summary>
internal sealed class ApiCall(ApiContext context, HttpRequest request, Route route)
{
    public HttpRequest Request { get; } = request;

    public SandboxOptions Options => context.Options;

    public SandboxTenant Tenant => context.Tenant;

    public Credential Credential => context.Credential;

    public string Origin => context.Origin;

    /// <summary>The value of a placeholder in the path.</summary>
    public string this[string placeholder] =>
        Request.Segments[Array.IndexOf(route.Segments, $"{{{placeholder}}}")];

    /// <summary>Returns the row that the path identifies, or throws a not-found error.</summary>
    public T Find<T>(Table<T> table, string placeholder = "id")
        where T : Row => table.Find(this[placeholder]) ?? throw Problem.NotFound();

    /// <summary>True if the token also has a scope that the endpoint itself does not require.</summary>
    public bool Allows(string scope) =>
        Credential.Find(Request.Header("Authorization")) is { } token && Credential.Allows(token, scope);

    public HttpResponse Row(Row row) => HttpResponse.Json(row.Json(Tenant.Style));

    /// <summary>The query of an endpoint that is not a list; any other key is an error.</summary>
    public Dictionary<string, string> QueryOf(params string[] known)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in Request.Query)
        {
            if (!known.Contains(pair.Key) || !query.TryAdd(pair.Key, pair.Value))
            {
                throw Problem.BadRequest(Problem.InvalidParameters);
            }
        }

        return query;
    }

    public static bool Flag(IReadOnlyDictionary<string, string> query, string name) =>
        query.GetValueOrDefault(name) switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw Problem.BadRequest(Problem.InvalidParameters),
        };

    /// <summary>Responds with the ID of the created object and a link to it.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="status">201, or the status that the endpoint returns instead.</param>
    public HttpResponse Created(string id, int status = 201)
    {
        Tenant.LogWrite(Request.Method, Request.Path, id);
        var self = new Link($"{Origin}{Request.RawPath}/{id}");
        return PersonioJson.Response(new CreatedResponse(id, new Meta(new Links { Self = self })), status);
    }

    /// <summary>Responds with 204 for a change that was carried out.</summary>
    public HttpResponse Done(string id)
    {
        Tenant.LogWrite(Request.Method, Request.Path, id);
        return HttpResponse.NoContent();
    }
}
