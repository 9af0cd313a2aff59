using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A call of a webhook; Personio keeps the last 30 days.</summary>
public sealed record WebhookDelivery : ApiObject
{
    /// <summary>The webhook.</summary>
    [JsonIgnore]
    public string? WebhookId { get; init; }

    /// <summary>The name of the event it was called for.</summary>
    public string? EventName { get; init; }

    /// <summary>When the call was over.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Whether the address answered with a status of success.</summary>
    public bool? IsDelivered { get; init; }

    /// <summary>
    /// The status that the address answered with; null where nothing answered, or Personio does not say.
    /// </summary>
    public long? ResponseStatus { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{EventName} {CompletedAt:u}".Trim();
}
