using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// An instant that may come as an object with its zone. Where the zone is not known there is no instant, and what was
/// sent counts as unknown.
/// </summary>
internal sealed record InstantPart : ApiObject
{
    [JsonIgnore]
    public DateTimeOffset? Instant { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Instant:u}";
}
