using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A population of a PingOne environment; every user is in exactly one.</summary>
public sealed record PingOnePopulation : ApiObject, IIdentified
{
    /// <summary>The ID, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? PopulationId { get; init; }

    /// <summary>The name, unique in the environment.</summary>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Whether new users without a population go here.</summary>
    [JsonPropertyName("default")]
    public bool? IsDefault { get; init; }

    /// <summary>How many users the population has; may be a few seconds out of date.</summary>
    public long? UserCount { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    string? IIdentified.Identity => PopulationId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? PopulationId ?? "";
}
