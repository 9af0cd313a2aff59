using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// A salary band. Personio documents no more than that it has an id: its amounts are in AdditionalProperties, under the
/// names Personio gives them.
/// </summary>
public sealed record SalaryBand : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? SalaryBandId { get; init; }

    /// <summary>The name; null where Personio sends none.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// All that Personio sends of it, by its JSON name. Of other objects this is hidden; of a salary band it is what
    /// there is.
    /// </summary>
    [JsonIgnore]
    public new ValueMap AdditionalProperties => base.AdditionalProperties;

    string? IIdentified.Identity => SalaryBandId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? SalaryBandId ?? "";
}
