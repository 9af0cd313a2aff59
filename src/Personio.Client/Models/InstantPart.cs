using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// An instant that may be sent as an object with a time zone. If the time zone is unknown, the instant is null and the
/// members of the object count as unknown.
/// </summary>
internal sealed record InstantPart : ApiObject
{
    [JsonIgnore]
    public DateTimeOffset? Instant { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Instant:u}";
}
