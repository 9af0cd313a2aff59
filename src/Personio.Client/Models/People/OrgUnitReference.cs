using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>An org unit that an employment belongs to.</summary>
[FlatMember("id")]
public sealed record OrgUnitReference : ApiObject
{
    /// <summary>department or team.</summary>
    public string? Type { get; init; }

    /// <summary>The id of the org unit.</summary>
    [JsonPropertyName("id")]
    public string? OrgUnitId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Type} {OrgUnitId}".Trim();
}
