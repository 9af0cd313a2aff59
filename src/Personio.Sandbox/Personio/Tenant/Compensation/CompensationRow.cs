using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>What somebody is paid, from one day on.</summary>
internal sealed class CompensationRow : Row
{
    [JsonPropertyName("person"), JsonConverter(typeof(ReferenceConverter))]
    public required string PersonId { get; init; }

    [JsonPropertyName("legal_entity"), JsonConverter(typeof(ReferenceConverter))]
    public string? LegalEntityId { get; set; }

    public required CompensationTypeRow Type { get; set; }

    public required Money Amount { get; set; }

    public string? Interval { get; set; }

    [JsonPropertyName("effective_from")]
    public DateOnly From { get; init; }

    [JsonPropertyName("weekly_working_hours")]
    public decimal? WeeklyHours { get; set; }

    [JsonPropertyName("full_time_weekly_working_hours")]
    public decimal? FullTimeHours { get; set; }

    internal override string? OwnerId => PersonId;

    /// <summary>The last day; nobody is told, one can only see that it is gone.</summary>
    internal DateOnly? Until { get; set; }

    public bool IsActive(DateOnly first, DateOnly last) => Type.Category == CompensationTypeRow.OneTime
        ? From >= first && From <= last
        : From <= last && (Until is null || Until >= first);

    /// <summary>Whether it is a fixed salary of the same person from the same day as another: then it takes its place.
    /// </summary>
    public bool Replaces(CompensationRow other) => !other.IsRemoved && other.PersonId == PersonId
        && Type.Category == CompensationTypeRow.Fixed && other.Type.Category == CompensationTypeRow.Fixed
        && other.From == From;

    /// <summary>Becomes what the other says, under its own id and until its own end.</summary>
    public void Take(CompensationRow other)
    {
        (Type, Amount, Interval) = (other.Type, other.Amount, other.Interval);
        (LegalEntityId, WeeklyHours, FullTimeHours) = (other.LegalEntityId, other.WeeklyHours, other.FullTimeHours);
        Touch();
    }
}
