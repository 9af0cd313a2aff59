using System.Text.Json;
using Personio.Sandbox.Http;
using Personio.Sandbox.Tenant;

namespace Personio.Sandbox.Api;

/// <summary>Creating, changing, and deleting webhooks. Everything is checked before anything is changed.</summary>
internal static class WebhookWrites
{
    private const int MaximumHeaders = 3;

    private static readonly string[] s_known =
        ["url", "description", "status", "auth_type", "token", "custom_headers", "enabled_events"];

    private static readonly string[] s_reserved =
    [
        "host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer", "expect",
        "content-type",
    ];

    public static HttpResponse Create(ApiCall call)
    {
        call.QueryOf();
        JsonElement body = JsonBody.Read(call, s_known);
        _ = (body.RequiredText("url"), body.RequiredText("description"));
        _ = body.Has("enabled_events", out _)
            ? true
            : throw Problem.BadRequest("The field 'enabled_events' is required.");
        DateTimeOffset now = call.Tenant.Calendar.Now;
        var row = new WebhookRow
        {
            Id = SandboxTenant.NewId(),
            Url = "",
            Description = "",
            Enabled = [],
            CreatedAt = now,
            UpdatedAt = now,
        };
        Read(call.Tenant, body, row).Apply();
        call.Tenant.Webhooks.Add(row);
        return call.Created(row.Id);
    }

    public static HttpResponse Change(ApiCall call)
    {
        call.QueryOf();
        WebhookRow row = call.Find(call.Tenant.Webhooks);
        Read(call.Tenant, JsonBody.Read(call, s_known), row).Apply();
        row.UpdatedAt = call.Tenant.Calendar.Now;
        row.Touch();
        call.Tenant.LogWrite(call.Request.Method, call.Request.Path, row.Id);
        return call.Row(row);
    }

    public static HttpResponse Remove(ApiCall call)
    {
        call.QueryOf();
        WebhookRow row = call.Find(call.Tenant.Webhooks);
        row.Remove();
        return call.Done(row.Id);
    }

    /// <summary>The texts of a required array.</summary>
    public static List<string> Texts(JsonElement body, string name)
    {
        bool isList = body.Has(name, out JsonElement member) && member.ValueKind == JsonValueKind.Array
            && member.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
        return isList
            ? [.. member.EnumerateArray().Select(item => item.GetString() ?? "")]
            : throw JsonBody.Invalid(name);
    }

    private static Changes Read(SandboxTenant tenant, JsonElement body, WebhookRow row)
    {
        var changes = new Changes(body);
        changes.Replace("url", (all, name) => Url(tenant, row, all, name), value => row.Url = value);
        changes.Replace("description", JsonBody.RequiredText, value => row.Description = value);
        changes.Replace(
            "status", (all, name) => all.OneOf(name, "ENABLED", "DISABLED"),
            value => row.Status = value ?? row.Status);
        changes.Replace("enabled_events", Events, value => row.Enabled = value);
        AddAuthorization(changes, row);
        return changes;
    }

    /// <summary>
    /// A token belongs to TOKEN and headers to CUSTOM; values that the new type does not use are dropped.
    /// </summary>
    private static void AddAuthorization(Changes changes, WebhookRow row)
    {
        string kind = row.AuthType;
        changes.Replace("auth_type", (all, name) => all.OneOf(name, "NONE", "TOKEN", "CUSTOM"), _ => { });
        kind = changes.Body.Text("auth_type") ?? kind;
        string? token = changes.Body.TryGetProperty("token", out _) ? changes.Body.Text("token") : row.Token;
        IReadOnlyDictionary<string, string> headers = changes.Body.TryGetProperty("custom_headers", out _)
            ? Headers(changes.Body)
            : row.Headers;
        if (changes.Body.Has("token", out _) && kind != "TOKEN")
        {
            throw Problem.Unprocessable("Invalid authentication", "Only the type TOKEN has a token.");
        }

        if (headers.Count > 0 && kind != "CUSTOM" && changes.Body.Has("custom_headers", out _))
        {
            throw Problem.Unprocessable("Invalid authentication", "Only the type CUSTOM has headers.");
        }

        changes.Add(() =>
        {
            row.AuthType = kind;
            row.Token = kind == "TOKEN" ? token : null;
            row.Headers = kind == "CUSTOM" ? headers : new Dictionary<string, string>();
        });
    }

    private static string Url(SandboxTenant tenant, WebhookRow row, JsonElement body, string name)
    {
        string text = body.RequiredText(name);
        bool isPublic = Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttps
            && url.HostNameType == UriHostNameType.Dns && url.Host.Contains('.', StringComparison.Ordinal);
        if (!isPublic)
        {
            throw Problem.BadRequest("The url must begin with https and have the name of a public host.");
        }

        return tenant.Webhooks.Live.Any(other => other != row && other.Url == text)
            ? throw Problem.Conflict("Webhook conflict", "There is a webhook with this url.")
            : text;
    }

    private static List<string> Events(JsonElement body, string name)
    {
        List<string> events = Texts(body, name);
        return events.Count > 0 && events.Distinct().Count() == events.Count && events.All(WebhookEvents.All.Contains)
            ? events
            : throw Problem.Unprocessable("Invalid events", "The events must be known ones, each of them once.");
    }

    private static Dictionary<string, string> Headers(JsonElement body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!body.Has("custom_headers", out JsonElement member))
        {
            return headers;
        }

        JsonProperty[] given = member.ValueKind == JsonValueKind.Object ? [.. member.EnumerateObject()] : [];
        if (member.ValueKind != JsonValueKind.Object || given.Any(one => one.Value.ValueKind != JsonValueKind.String))
        {
            throw JsonBody.Invalid("custom_headers");
        }

        foreach (JsonProperty one in given)
        {
            bool isReserved = s_reserved.Any(word => one.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
            if (one.Name.Length == 0 || isReserved || !headers.TryAdd(one.Name, one.Value.GetString() ?? ""))
            {
                throw Problem.Unprocessable("Invalid header", $"The header '{one.Name}' cannot be set.");
            }
        }

        return headers.Count <= MaximumHeaders
            ? headers
            : throw Problem.Unprocessable("Too many headers", "A webhook has at most three headers.");
    }
}
