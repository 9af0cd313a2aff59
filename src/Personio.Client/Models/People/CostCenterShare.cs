using System.Globalization;
using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>The share of an employment that is assigned to a cost center.</summary>
[FlatMember("id")]
public sealed record CostCenterShare : ApiObject
{
    /// <summary>The id of the cost center.</summary>
    [JsonPropertyName("id")]
    public string? CostCenterId { get; init; }

    /// <summary>The share in percent.</summary>
    public decimal? Weight { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Weight is { } weight
        ? string.Create(CultureInfo.InvariantCulture, $"{CostCenterId} ({weight:0.############################} %)")
        : CostCenterId ?? "";
}
