using System.Net;
using System.Text;
using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>The token endpoint of the authentication host. Most of its errors use the OAuth 2.0 format.</summary>
internal sealed class TokenEndpoint(PingOneContext context)
{
    public HttpResponse Handle(HttpRequest request)
    {
        string[] segments = request.Segments;
        bool isCustom = context.Options.CustomDomain && string.Join('/', segments) == "as/token";
        bool isPath = isCustom || (segments.Length == 3 && segments[1] == "as" && segments[2] == "token");
        if (!isPath || (!isCustom && segments[0] != context.App.EnvironmentId))
        {
            throw PingOneProblem.NotFound();
        }

        if (request.Method != "POST")
        {
            throw PingOneProblem.NotAllowed("POST");
        }

        string type = (request.Header("Content-Type") ?? "").Split(';')[0].Trim();
        if (!type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return Error(400, "invalid_request", "The request must be form-encoded.");
        }

        return Check(request, Form(request));
    }

    private HttpResponse Check(HttpRequest request, Dictionary<string, string> form)
    {
        (string Id, string Secret)? header = Basic(request.Header("Authorization"));
        bool isInBody = form.ContainsKey("client_secret");
        if (header is not null && (isInBody || form.ContainsKey("client_id")))
        {
            return Error(400, "invalid_request", "More than one client authentication method was used.");
        }

        if (!form.TryGetValue("grant_type", out string? grant))
        {
            return Error(400, "invalid_request", "grant_type is required.");
        }

        if (grant != "client_credentials")
        {
            return Error(400, "unsupported_grant_type", "The grant type is not supported.");
        }

        if (header is null && !form.ContainsKey("client_id"))
        {
            return Error(400, "invalid_request", "Client authentication is required.");
        }

        string id = header?.Id ?? form["client_id"];
        string secret = header?.Secret ?? form.GetValueOrDefault("client_secret", "");
        if (id != context.App.ClientId || !context.Options.AppEnabled)
        {
            return Denied("Invalid client credentials");
        }

        string method = header is not null ? "basic" : "post";
        if (secret.Length == 0 || method != context.Options.ClientAuthentication)
        {
            return Denied("Unsupported authentication method");
        }

        return secret != context.App.ClientSecret ? Denied("Invalid client credentials")
            : form.ContainsKey("scope") ? Error(400, "invalid_scope", "At least one scope must be granted.")
            : !context.App.HasRoles ? throw PingOneProblem.Denied()
            : Grant();
    }

    private HttpResponse Grant() => PingOneJson.Response(
        new TokenResponse(context.App.Issue(), "Bearer", (long)context.Options.TokenLifetime.TotalSeconds));

    private static HttpResponse Denied(string reason) => Error(
        401, "invalid_client", $"Request denied: {reason} (Correlation ID: {Guid.NewGuid()})");

    private static HttpResponse Error(int status, string error, string description) =>
        PingOneJson.Response(new TokenErrorResponse(error, description), status);

    private static Dictionary<string, string> Form(HttpRequest request)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> pair in HttpRequest.ParsePairs(Encoding.UTF8.GetString(request.Body)))
        {
            form[pair.Key] = pair.Value;
        }

        return form;
    }

    // RFC 6749 section 2.3.1: both parts are form-encoded before they are joined.
    private static (string Id, string Secret)? Basic(string? authorization)
    {
        const string Scheme = "Basic ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            string[] parts = Encoding.UTF8.GetString(Convert.FromBase64String(authorization[Scheme.Length..].Trim()))
                .Split(':', 2);
            return (WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : "");
        }
        catch (FormatException)
        {
            return ("", "");
        }
    }
}
