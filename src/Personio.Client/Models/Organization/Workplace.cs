using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A workplace, which the employments of Personio's API call an office.</summary>
public sealed record Workplace : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? WorkplaceId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    string? IIdentified.Identity => WorkplaceId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? WorkplaceId ?? "";
}
