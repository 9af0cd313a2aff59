using System.Globalization;
using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>A webhook: a URL that subscribes to events.</summary>
internal sealed class WebhookRow : Row
{
    public required string Url { get; set; }

    public required string Description { get; set; }

    /// <summary>ENABLED or DISABLED.</summary>
    public string Status { get; set; } = "DISABLED";

    /// <summary>NONE, TOKEN or CUSTOM.</summary>
    public string AuthType { get; set; } = "TOKEN";

    public string? Token { get; set; }

    [JsonPropertyName("custom_headers")]
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    [JsonPropertyName("enabled_events")]
    public required IReadOnlyList<string> Enabled { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Oldest first.</summary>
    internal Table<WebhookEventRow> Events { get; } = new();

    /// <summary>Oldest first.</summary>
    internal Table<WebhookDeliveryRow> Deliveries { get; } = new();

    /// <summary>When events were redelivered, and how many.</summary>
    internal List<(DateTimeOffset At, int Events)> Redelivered { get; } = [];

    /// <summary>How many events were redelivered after a moment.</summary>
    public int RedeliveredSince(DateTimeOffset moment) =>
        Redelivered.Where(one => one.At > moment).Sum(one => one.Events);

    /// <summary>
    /// Records an event and the outcome of its delivery. Nothing really leaves the sandbox: hosts in the top-level
    /// domain "invalid" (RFC 2606) never respond, hosts that begin with a status, such as "503.", reject with it, and
    /// all others accept.
    /// </summary>
    public void Notify(WebhookEventRow occurrence, DateTimeOffset now, string deliveryId)
    {
        if (Events.Find(occurrence.Id) is null)
        {
            Events.Add(occurrence);
        }

        string host = new Uri(Url).Host;
        bool answers = !host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);
        int status = int.TryParse(
            host.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int notified) ? notified : 200;
        Deliveries.Add(new WebhookDeliveryRow
        {
            Id = deliveryId,
            Event = occurrence,
            CompletedAt = now,
            Status = answers ? status : null,
        });
    }
}
