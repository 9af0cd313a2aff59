using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// A salary band. Personio documents only its id: the amounts are in AdditionalProperties, under the names that
/// Personio uses.
/// </summary>
public sealed record SalaryBand : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? SalaryBandId { get; init; }

    /// <summary>The name; null if Personio does not send it.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// All members that Personio sends, by JSON name. Other objects hide this property; for a salary band, it is the
    /// content.
    /// </summary>
    [JsonIgnore]
    public new ValueMap AdditionalProperties => base.AdditionalProperties;

    string? IIdentified.Identity => SalaryBandId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? SalaryBandId ?? "";
}
