using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A kind of pay, for example a shift allowance.</summary>
[FlatMember("name")]
public sealed record CompensationType : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? CompensationTypeId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>RECURRING, ONE_TIME, FIXED_SALARY, HOURLY_SALARY or a value added later.</summary>
    public string? Category { get; init; }

    string? IIdentified.Identity => CompensationTypeId;

    /// <inheritdoc/>
    public override string ToString() => Name ?? CompensationTypeId ?? "";
}
