using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>An event for a webhook. Except for test events, it contains only IDs.</summary>
internal sealed class WebhookEventRow : Row
{
    [JsonPropertyName("event_name")]
    public required string Name { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>The affected object and its ID, or the JSON payload of a test event.</summary>
    public required object Payload { get; init; }
}
