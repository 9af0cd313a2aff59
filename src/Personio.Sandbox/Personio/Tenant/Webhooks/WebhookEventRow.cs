using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>Something that happened and that a webhook was to be told. It names ids and nothing else.</summary>
internal sealed class WebhookEventRow : Row
{
    public required string Name { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>What is concerned and its id, or the JSON a test event was given.</summary>
    public required byte[] Payload { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("event_name", Name);
        json.WriteString("occurred_at", JsonText.Instant(OccurredAt));
        json.WritePropertyName("payload");
        json.WriteRawValue(Payload);
        json.WriteEndObject();
    }
}
