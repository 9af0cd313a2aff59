using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>Something that happened and that a webhook was to be told. It names ids and nothing else.</summary>
internal sealed class WebhookEventRow : Row
{
    [JsonPropertyName("event_name")]
    public required string Name { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>What is concerned and its id, or the JSON a test event was given.</summary>
    public required object Payload { get; init; }
}
