using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>One attempt to tell a webhook of an event.</summary>
internal sealed class WebhookDeliveryRow : Row
{
    public string EventId => Event.Id;

    public string EventName => Event.Name;

    public DateTimeOffset CompletedAt { get; init; }

    public bool IsDelivered => Status is >= 200 and < 300;

    /// <summary>What the other side responded; null when nobody did.</summary>
    [JsonPropertyName("response_status")]
    public int? Status { get; init; }

    internal required WebhookEventRow Event { get; init; }
}
