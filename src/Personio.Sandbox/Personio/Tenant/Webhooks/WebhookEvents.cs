using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>All event types, and the events that API writes cause.</summary>
internal static class WebhookEvents
{
    public const string Ping = "ping";

    public static IReadOnlyList<string> All { get; } =
    [
        "person.created", "person.updated", "person.deleted", "employment.created", "employment.updated",
        "employment.updated.cost-centers", "employment.deleted", "employment.started", "employment.terminated",
        "absence-period.created", "absence-period.updated.status", "absence-period.updated.timerange",
        "absence-period.deleted", "attendance-period.created", "attendance-period.updated",
        "attendance-period.deleted", "document.created", "document.updated", "document.deleted", "document.signed",
        Ping,
    ];

    /// <summary>The event that a successful request causes, or null.</summary>
    public static string? For(string method, string path)
    {
        string? subject = path switch
        {
            _ when path.Contains("/employments/", StringComparison.Ordinal) => "employment",
            _ when path.StartsWith("/v2/persons", StringComparison.Ordinal) => "person",
            _ when path.StartsWith("/v2/absence-periods", StringComparison.Ordinal) => "absence-period",
            _ when path.StartsWith("/v2/attendance-periods", StringComparison.Ordinal) => "attendance-period",
            _ when path.StartsWith("/v2/document-management/", StringComparison.Ordinal) => "document",
            "/v1/company/documents" => "document",
            _ => null,
        };
        string suffix = method switch
        {
            "POST" => "created",
            "DELETE" => "deleted",
            _ => subject == "absence-period" ? "updated.timerange" : "updated",
        };
        return subject is null ? null : $"{subject}.{suffix}";
    }

    /// <summary>Notifies the webhooks that subscribe to the event of a write.</summary>
    public static void Notify(Table<WebhookRow> webhooks, DateTimeOffset now, LedgerEntry write)
    {
        if (For(write.Method, write.Path) is not { } name)
        {
            return;
        }

        var happened = new WebhookEventRow
        {
            Id = SandboxTenant.NewId(),
            Name = name,
            OccurredAt = now,
            Payload = Payload(name, write.Id),
        };
        foreach (WebhookRow row in webhooks.Live.Where(row => row.Status == "ENABLED" && row.Enabled.Contains(name)))
        {
            row.Notify(happened, now, SandboxTenant.NewId());
        }
    }

    /// <summary>Notifications carry no data except the ID of the affected object.</summary>
    public static object Payload(string name, string id) =>
        new Dictionary<string, Reference> { [name.Split('.')[0].Replace('-', '_')] = new(id) };
}
