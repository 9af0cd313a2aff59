using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>One attempt to deliver an event to a webhook.</summary>
internal sealed class WebhookDeliveryRow : Row
{
    public string EventId => Event.Id;

    public string EventName => Event.Name;

    public DateTimeOffset CompletedAt { get; init; }

    public bool IsDelivered => Status is >= 200 and < 300;

    /// <summary>The status that the receiver returned; null if it did not respond.</summary>
    [JsonPropertyName("response_status")]
    public int? Status { get; init; }

    internal required WebhookEventRow Event { get; init; }
}
