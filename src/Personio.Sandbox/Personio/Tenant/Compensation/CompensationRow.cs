using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>What somebody is paid, from one day on.</summary>
internal sealed class CompensationRow : Row
{
    public required string PersonId { get; init; }

    public override string? OwnerId => PersonId;

    public string? LegalEntityId { get; set; }

    public required CompensationTypeRow Type { get; set; }

    public decimal Value { get; set; }

    public required string Currency { get; set; }

    public string? Interval { get; set; }

    public DateOnly From { get; init; }

    /// <summary>The last day; nobody is told, one can only see that it is gone.</summary>
    public DateOnly? Until { get; set; }

    public decimal? WeeklyHours { get; set; }

    public decimal? FullTimeHours { get; set; }

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
        (Type, Value, Currency, Interval) = (other.Type, other.Value, other.Currency, other.Interval);
        (LegalEntityId, WeeklyHours, FullTimeHours) = (other.LegalEntityId, other.WeeklyHours, other.FullTimeHours);
        Touch();
    }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.Reference("person", PersonId);
        json.Reference("legal_entity", LegalEntityId);
        json.WriteStartObject("type");
        Type.WriteMembers(json);
        json.WriteEndObject();
        json.WriteStartObject("amount");
        json.WriteNumber("value", Value);
        json.WriteString("currency", Currency);
        json.WriteEndObject();
        json.WriteString("interval", Interval);
        json.OptionalDay("effective_from", From);
        json.OptionalNumber("weekly_working_hours", WeeklyHours);
        json.OptionalNumber("full_time_weekly_working_hours", FullTimeHours);
        json.WriteEndObject();
    }
}
