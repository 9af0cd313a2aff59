using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A group of a PingOne environment.</summary>
public sealed record PingOneGroup : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? GroupId { get; init; }

    /// <summary>The name; may occur in several populations.</summary>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a filter makes its members, so that none can be added or removed by hand.</summary>
    [JsonIgnore]
    public bool IsDynamic => !string.IsNullOrEmpty(UserFilter);

    /// <summary>The filter that makes the members of a dynamic group.</summary>
    public string? UserFilter { get; init; }

    /// <summary>Where an external group is kept: GATEWAY or IDP; null for a group of PingOne itself.</summary>
    public string? SourceType { get; init; }

    /// <summary>The key of another system.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The id of the population it belongs to; null for a group of the environment.</summary>
    [JsonIgnore]
    public string? PopulationId => Population?.Id;

    /// <summary>How many users were added by hand.</summary>
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
