using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One attempt to tell a webhook of an event.</summary>
internal sealed class WebhookDeliveryRow : Row
{
    public required WebhookEventRow Event { get; init; }

    public DateTimeOffset CompletedAt { get; init; }

    /// <summary>What the other side answered; null when nobody did.</summary>
    public int? Status { get; init; }

    public bool IsDelivered => Status is >= 200 and < 300;

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("event_id", Event.Id);
        json.WriteString("event_name", Event.Name);
        json.WriteString("completed_at", JsonText.Instant(CompletedAt));
        json.WriteBoolean("is_delivered", IsDelivered);
        json.OptionalNumber("response_status", Status);
        json.WriteEndObject();
    }
}
