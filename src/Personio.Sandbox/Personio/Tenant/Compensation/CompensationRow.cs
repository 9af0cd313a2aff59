using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>What a person is paid from a day on.</summary>
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

    /// <summary>The last day. The API does not expose it; a later query merely no longer returns the row.</summary>
    internal DateOnly? Until { get; set; }

    public bool IsActive(DateOnly first, DateOnly last) => Type.Category == CompensationTypeRow.OneTime
        ? From >= first && From <= last
        : From <= last && (Until is null || Until >= first);

    /// <summary>
    /// True if both are fixed salaries of the same person from the same day, so that this one replaces the other.
    /// </summary>
    public bool Replaces(CompensationRow other) => !other.IsRemoved && other.PersonId == PersonId
        && Type.Category == CompensationTypeRow.Fixed && other.Type.Category == CompensationTypeRow.Fixed
        && other.From == From;

    /// <summary>Takes over the values of another row, keeping its own ID and end.</summary>
    public void Take(CompensationRow other)
    {
        (Type, Amount, Interval) = (other.Type, other.Amount, other.Interval);
        (LegalEntityId, WeeklyHours, FullTimeHours) = (other.LegalEntityId, other.WeeklyHours, other.FullTimeHours);
        Touch();
    }
}
