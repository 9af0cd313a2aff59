using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Personio.Sandbox.Http;

namespace Personio.Sandbox;

/// <summary>
/// The sandbox's own routes below /sandbox, through which programs that only speak HTTP set knobs, read the log, and
/// inject faults. Other users of this machine can also reach the loopback address, so every request must present the
/// secret.
/// </summary>
internal sealed class ControlApi(SandboxServer server, string secret)
{
    private const string Scheme = "Bearer ";

    private static readonly JsonSerializerOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        Converters = { new JsonStringEnumConverter() },
    };

    public static bool Handles(HttpRequest request) =>
        request.Segments[0].Equals("sandbox", StringComparison.Ordinal);

    public HttpResponse Respond(HttpRequest request) => IsOwner(request) ? Execute(request) : Unauthorized();

    private HttpResponse Execute(HttpRequest request) => (request.Method, string.Join('/', request.Segments)) switch
    {
        ("GET", "sandbox") => Json(State()),
        ("PATCH", "sandbox") => SetKnob(request),
        ("GET", "sandbox/credentials") => Json(
            new ControlCredentials(server.BaseUri.AbsoluteUri, server.ClientId, server.ClientSecret)),
        ("GET", "sandbox/requests") => Json(server.Requests.Select(ControlRequest.From).ToArray()),
        ("DELETE", "sandbox/requests") => Run(server.ClearRequests),
        ("POST", "sandbox/faults") => AddFault(request),
        ("DELETE", "sandbox/faults") => Run(server.ClearFaults),
        ("POST", "sandbox/tokens/expire") => Run(server.ExpireTokens),
        _ => Error(404, "", $"There is no {request.Method} {request.Path} in the control API."),
    };

    private bool IsOwner(HttpRequest request) =>
        request.Header("Authorization") is { } shown
        && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(shown[Scheme.Length..].Trim()), Encoding.UTF8.GetBytes(secret));

    private static HttpResponse Unauthorized()
    {
        HttpResponse response = Error(
            401, "", "The control API needs the control secret that the program printed, as a bearer token.");
        response.Headers.Add(new("WWW-Authenticate", "Bearer"));
        return response;
    }

    private static HttpResponse Run(Action action)
    {
        action();
        return HttpResponse.NoContent();
    }

    private static HttpResponse Error(int status, string knob, string message) =>
        Json(new ControlError(message, knob), status);

    private static HttpResponse Json(object value, int status = 200) =>
        HttpResponse.Json(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), s_options), status);

    private HttpResponse SetKnob(HttpRequest request)
    {
        if (Parse(request) is not { ValueKind: JsonValueKind.Object } body)
        {
            return Error(400, "", "The body must be a JSON object of knobs.");
        }

        // All or nothing: every value is tried on a scratch set of options first.
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

        return Json(State());
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
            SandboxFault? fault = JsonSerializer.Deserialize<SandboxFault>(request.Body, s_options);
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

    private ControlState State() => new(
        Knobs.All.ToDictionary(knob => knob.Name, knob => knob.Get(server.Options), StringComparer.Ordinal),
        new ControlCounters(
            Requests: server.Log.Total,
            TokenRequests: server.TokenRequests,
            MaxInFlight: server.MaxInFlight,
            Status429: server.Log.Refused,
            Faults: server.FaultCount,
            Writes: server.Tenant.Ledger.Count,
            Persons: server.Tenant.PersonCount,
            AbsencePeriods: server.Tenant.AbsencePeriodCount));
}
