using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox;

/// <summary>
/// The sandbox's own routes below /sandbox: programs that only speak HTTP turn its knobs, read its log and inject
/// faults here. Other users of this machine reach the loopback address as well, so every request has to show the secret.
/// </summary>
internal sealed class ControlApi(SandboxServer server, string secret)
{
    private const string Scheme = "Bearer ";

    private static readonly JsonSerializerOptions s_faultOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        PreferredObjectCreationHandling = System.Text.Json.Serialization.JsonObjectCreationHandling.Populate,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static bool Owns(HttpRequest request) =>
        request.Segments[0].Equals("sandbox", StringComparison.Ordinal);

    public HttpResponse Respond(HttpRequest request) => IsOwner(request) ? Do(request) : Unauthorized();

    private HttpResponse Do(HttpRequest request) => (request.Method, string.Join('/', request.Segments)) switch
    {
        ("GET", "sandbox") => HttpResponse.Json(JsonText.Bytes(WriteState)),
        ("PATCH", "sandbox") => Turn(request),
        ("GET", "sandbox/credentials") => HttpResponse.Json(JsonText.Bytes(WriteCredentials)),
        ("GET", "sandbox/requests") => HttpResponse.Json(JsonText.Bytes(WriteRequests)),
        ("DELETE", "sandbox/requests") => Do(server.ClearRequests),
        ("POST", "sandbox/faults") => AddFault(request),
        ("DELETE", "sandbox/faults") => Do(server.ClearFaults),
        ("POST", "sandbox/tokens/expire") => Do(server.ExpireTokens),
        _ => Error(404, "", $"There is no {request.Method} {request.Path} in the control API."),
    };

    private bool IsOwner(HttpRequest request) =>
        request.Header("Authorization") is { } shown
        && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(shown[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(secret));

    private static HttpResponse Unauthorized()
    {
        HttpResponse response = Error(401, "", "The control API needs the control secret that the program printed, as a bearer token.");
        response.Headers.Add(new("WWW-Authenticate", "Bearer"));
        return response;
    }

    private static HttpResponse Do(Action action)
    {
        action();
        return HttpResponse.NoContent();
    }

    private static HttpResponse Error(int status, string knob, string message) =>
        HttpResponse.Json(
            JsonText.Bytes(json =>
            {
                json.WriteStartObject();
                json.WriteString("error", message);
                json.WriteString("knob", knob);
                json.WriteEndObject();
            }),
            status);

    private HttpResponse Turn(HttpRequest request)
    {
        if (Parse(request) is not { ValueKind: JsonValueKind.Object } body)
        {
            return Error(400, "", "The body must be a JSON object of knobs.");
        }

        // All or nothing: every value is tried on a spare set of options first.
        foreach (SandboxOptions target in new[] { new SandboxOptions(), server.Options })
        {
            foreach (JsonProperty member in body.EnumerateObject())
            {
                if (Refusal(target, member) is { } reason)
                {
                    return Error(400, member.Name, reason);
                }
            }
        }

        return HttpResponse.Json(JsonText.Bytes(WriteState));
    }

    private static string? Refusal(SandboxOptions target, JsonProperty member)
    {
        Knob? knob = Knobs.All.FirstOrDefault(known => known.Name == member.Name);
        if (knob is null)
        {
            return $"Unknown setting '{member.Name}'.";
        }

        if (!knob.IsLive)
        {
            return $"Setting '{member.Name}' cannot be changed while the sandbox is running.";
        }

        return knob.TrySet(target, member.Value.ToString() is { Length: > 0 } text ? text : "null")
            ? null
            : $"The knob '{member.Name}' does not take the value {member.Value.GetRawText()}.";
    }

    private HttpResponse AddFault(HttpRequest request)
    {
        try
        {
            SandboxFault? fault = JsonSerializer.Deserialize<SandboxFault>(request.Body, s_faultOptions);
            server.AddFault(fault ?? throw new JsonException("A fault is a JSON object."));
            return HttpResponse.NoContent();
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            return Error(400, (wrong as JsonException)?.Path?.TrimStart('$', '.') ?? "", wrong.Message);
        }
    }

    private static JsonElement? Parse(HttpRequest request)
    {
        try
        {
            return JsonDocument.Parse(request.Body).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void WriteState(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("knobs");
        foreach (Knob knob in Knobs.All)
        {
            json.WritePropertyName(knob.Name);
            JsonSerializer.Serialize(json, knob.Get(server.Options));
        }

        json.WriteEndObject();
        json.WriteStartObject("counters");
        json.WriteNumber("requests", server.Log.Total);
        json.WriteNumber("tokenRequests", server.TokenRequests);
        json.WriteNumber("maxInFlight", server.MaxInFlight);
        json.WriteNumber("status429", server.Log.Refused);
        json.WriteNumber("faults", server.FaultCount);
        json.WriteNumber("writes", server.Tenant.Ledger.Count);
        json.WriteNumber("persons", server.Tenant.PersonCount);
        json.WriteNumber("absencePeriods", server.Tenant.AbsencePeriodCount);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteCredentials(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("baseUri", server.BaseUri.AbsoluteUri);
        json.WriteString("clientId", server.ClientId);
        json.WriteString("clientSecret", server.ClientSecret);
        json.WriteEndObject();
    }

    private void WriteRequests(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (RecordedRequest request in server.Requests)
        {
            json.WriteStartObject();
            json.WriteString("method", request.Method);
            json.WriteString("path", request.Path);
            json.WriteString("rawTarget", request.RawTarget);
            json.WriteString("body", request.Body);
            json.WriteNumber("status", request.Status);
            json.WriteString("receivedAt", request.ReceivedAt);
            json.WriteBoolean("aborted", request.Aborted);
            json.WriteStartObject("headers");
            foreach (KeyValuePair<string, string> header in request.Headers)
            {
                json.WriteString(header.Key, header.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
