using System.Text;
using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>Issuing and revoking tokens. These endpoints have their own error format.</summary>
internal static class Session
{
    private const string ErrorPage = "https://developer.personio.de/reference/errors";
    private const string MissingParameters = "The request has missing or invalid required parameters.";

    private static readonly string[] s_required = ["grant_type", "client_id", "client_secret"];

    public static Route[] Routes { get; } =
    [
        Route.Post("/v2/auth/token", null, Token) with { IsSession = true },
        Route.Post("/v2/auth/revoke", null, Revoke) with { IsSession = true },
        Route.Post("/v1/auth", null, V1Token) with { IsSession = true },
    ];

    private static HttpResponse Token(ApiCall call)
    {
        if (!HasType(call, "application/x-www-form-urlencoded"))
        {
            return WrongContentType();
        }

        Dictionary<string, string> form = Form(call);
        string[] missing = [.. s_required.Where(name => string.IsNullOrEmpty(form.GetValueOrDefault(name)))];
        if (missing.Length > 0)
        {
            return Error("invalid_request", MissingParameters, new TokenErrorMeta(missing));
        }

        if (form["grant_type"] != "client_credentials")
        {
            return Error("unsupported_grant_type", "Only client_credentials is supported.",
                new TokenErrorMeta(null, form["grant_type"]));
        }

        if (!IsOurs(call, form))
        {
            return Error(
                "invalid_client",
                "Client authentication failed (e.g., unknown client, wrong secret, no client authentication included, "
                + "or unsupported authentication method).");
        }

        return Issue(call, form.GetValueOrDefault("scope"));
    }

    private static HttpResponse Issue(ApiCall call, string? scope)
    {
        string[] requested = (scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (requested.Any(name => !call.Credential.Owns(name)))
        {
            return Error("invalid_scope", "The requested scope is invalid, unknown, or not granted.");
        }

        AccessToken token = call.Credential.Issue(requested.Length == 0 ? null : requested);
        return PersonioJson.Response(new TokenResponse(
            token.Value, Remaining(call, token), "Bearer",
            string.Join(' ', token.Requested ?? call.Credential.Granted)));
    }

    private static HttpResponse Revoke(ApiCall call)
    {
        if (!HasType(call, "application/x-www-form-urlencoded"))
        {
            return WrongContentType();
        }

        if (!Form(call).TryGetValue("token", out string? token) || token.Length == 0)
        {
            return Error("invalid_request", MissingParameters, new TokenErrorMeta(["token"]));
        }

        // An unknown token is treated as revoked (RFC 7009 section 2.2).
        call.Credential.Revoke(token);
        return new HttpResponse(200);
    }

    private static HttpResponse V1Token(ApiCall call)
    {
        // Credentials in the query are no longer accepted.
        Dictionary<string, string> fields = HasType(call, "application/json") ? JsonFields(call) : Form(call);
        if (!IsOurs(call, fields))
        {
            throw new ProblemException(403, "Forbidden", "Wrong credentials");
        }

        AccessToken token = call.Credential.Issue(null);
        return PersonioJson.Response(new V1Response(true, new V1TokenResponse(
            token.Value, Remaining(call, token), string.Join(' ', call.Credential.Granted))));
    }

    private static bool IsOurs(ApiCall call, Dictionary<string, string> fields) =>
        fields.GetValueOrDefault("client_id") == call.Credential.ClientId
        && fields.GetValueOrDefault("client_secret") == call.Credential.ClientSecret;

    private static long Remaining(ApiCall call, AccessToken token) =>
        (long)Math.Ceiling((token.ExpiresAt - call.Options.Clock.GetUtcNow()).TotalSeconds);

    private static bool HasType(ApiCall call, string type) =>
        (call.Request.Header("Content-Type") ?? "").Split(';')[0].Trim()
            .Equals(type, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> Form(ApiCall call)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        string text = Encoding.UTF8.GetString(call.Request.Body);
        foreach (KeyValuePair<string, string> pair in HttpRequest.ParsePairs(text))
        {
            form.TryAdd(pair.Key, pair.Value);
        }

        return form;
    }

    private static Dictionary<string, string> JsonFields(ApiCall call)
    {
        JsonElement body = JsonBody.Read(call);
        return body.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(member => member.Name, member => member.Value.GetString() ?? "", StringComparer.Ordinal);
    }

    private static HttpResponse WrongContentType() => Error(
        "invalid_request", "The content type of the request must be \"application/x-www-form-urlencoded\".",
        isTyped: true);

    private static HttpResponse Error(
        string error, string description, TokenErrorMeta? meta = null, bool isTyped = false)
    {
        // For a wrong content type, the link is in another member; clients have to handle both.
        var response = new TokenErrorResponse(
            error, description, isTyped ? ErrorPage : null, isTyped ? null : ErrorPage, DateTimeOffset.UtcNow,
            Guid.NewGuid().ToString(), meta);
        return new HttpResponse(400, HttpResponse.ProblemType, PersonioJson.Bytes(response));
    }
}
