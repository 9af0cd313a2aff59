using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A call of a webhook; Personio keeps them for 30 days.</summary>
public sealed record WebhookDelivery : ApiObject
{
    /// <summary>The id of the webhook.</summary>
    [JsonIgnore]
    public string? WebhookId { get; init; }

    /// <summary>The name of the event that triggered it.</summary>
    public string? EventName { get; init; }

    /// <summary>When the call completed.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether the endpoint returned a success status.</summary>
    public bool? IsDelivered { get; init; }

    /// <summary>
    /// The HTTP status that the endpoint returned; null if it did not respond or Personio does not send it.
    /// </summary>
    public long? ResponseStatus { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{EventName} {CompletedAt:u}".Trim();
}
