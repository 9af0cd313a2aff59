using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>Something that happened and that a webhook is called for; Personio keeps the last 30 days.</summary>
public sealed record WebhookEvent : ApiObject, IIdentified
{
    /// <summary>The id of the event; null where Personio sends none.</summary>
    [JsonPropertyName("id")]
    public string? WebhookEventId { get; init; }

    /// <summary>The webhook.</summary>
    [JsonIgnore]
    public string? WebhookId { get; init; }

    /// <summary>The name of the event, for example person.updated.</summary>
    public string? EventName { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>What the event tells: the ids of what it is about, as plain values.</summary>
    [JsonIgnore]
    public object? Payload => PlainValue.From(PayloadPart);

    string? IIdentified.Identity => WebhookEventId;

    [JsonInclude]
    [JsonPropertyName("payload")]
    internal JsonElement PayloadPart { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{EventName} {OccurredAt:u}".Trim();
}
