using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>A local date and time and, for absences in days, the half of the day.</summary>
internal readonly record struct Boundary(
    [property: JsonPropertyName("date_time")] DateTime At, [property: JsonPropertyName("type")] string? Half)
{
    public const string FirstHalf = "FIRST_HALF";
    public const string SecondHalf = "SECOND_HALF";

    /// <summary>Converts an end on the last day to the API's form: the midnight after that day.</summary>
    public Boundary ToExclusiveEnd() =>
        Half is null || At.Date == DateTime.MaxValue.Date ? this : this with { At = At.AddDays(1) };

    /// <summary>Converts an end in the API's form to one on the last day.</summary>
    public Boundary FromExclusiveEnd() =>
        Half is null || At.Date == DateTime.MinValue ? this : this with { At = At.AddDays(-1) };
}
