using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>An event that triggers a webhook; Personio keeps them for 30 days.</summary>
public sealed record WebhookEvent : ApiObject, IIdentified
{
    /// <summary>The id of the event; null if Personio does not send it.</summary>
    [JsonPropertyName("id")]
    public string? WebhookEventId { get; init; }

    /// <summary>The id of the webhook.</summary>
    [JsonIgnore]
    public string? WebhookId { get; init; }

    /// <summary>The name of the event, for example person.updated.</summary>
    public string? EventName { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The content of the event, such as the ids of the objects concerned, as plain values.</summary>
    [JsonIgnore]
    public object? Payload => PlainValue.From(PayloadPart);

    string? IIdentified.Identity => WebhookEventId;

    [JsonInclude]
    [JsonPropertyName("payload")]
    internal JsonElement PayloadPart { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{EventName} {OccurredAt:u}".Trim();
}
