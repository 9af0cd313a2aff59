using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A group of a PingOne environment.</summary>
public sealed record PingOneGroup : ApiObject, IIdentified
{
    /// <summary>The ID, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? GroupId { get; init; }

    /// <summary>The name, which is not necessarily unique across populations.</summary>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a filter determines the members, so that none can be added or removed manually.</summary>
    [JsonIgnore]
    public bool IsDynamic => !string.IsNullOrEmpty(UserFilter);

    /// <summary>The filter that determines the members of a dynamic group.</summary>
    public string? UserFilter { get; init; }

    /// <summary>The source of an external group, GATEWAY or IDP; null for one of PingOne's own.</summary>
    public string? SourceType { get; init; }

    /// <summary>The key from another system.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The ID of the group's population; null for a group of the whole environment.</summary>
    [JsonIgnore]
    public string? PopulationId => Population?.Id;

    /// <summary>How many users were added manually.</summary>
    [JsonIgnore]
    public long? DirectMemberCount => DirectMemberCounts?.Users;

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    string? IIdentified.Identity => GroupId;

    [JsonInclude]
    internal PingOneUser.Reference? Population { get; init; }

    [JsonInclude]
    internal Counts? DirectMemberCounts { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? GroupId ?? "";

    internal sealed record Counts
    {
        public long? Users { get; init; }
    }
}
