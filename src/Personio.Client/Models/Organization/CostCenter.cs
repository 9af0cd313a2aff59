using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A cost center.</summary>
public sealed record CostCenter : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? CostCenterId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    string? IIdentified.Identity => CostCenterId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? CostCenterId ?? "";
}
