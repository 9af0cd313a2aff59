using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>A wall clock moment, and which half of the day it means when it is about days.</summary>
internal readonly record struct Boundary(
    [property: JsonPropertyName("date_time")] DateTime At, [property: JsonPropertyName("type")] string? Half)
{
    public const string FirstHalf = "FIRST_HALF";
    public const string SecondHalf = "SECOND_HALF";

    /// <summary>An end that names the last day, as the API writes it: as the midnight after that day.</summary>
    public Boundary ToExclusiveEnd() =>
        Half is null || At.Date == DateTime.MaxValue.Date ? this : this with { At = At.AddDays(1) };

    /// <summary>An end as the API writes it, as one that names the last day.</summary>
    public Boundary FromExclusiveEnd() =>
        Half is null || At.Date == DateTime.MinValue ? this : this with { At = At.AddDays(-1) };
}
