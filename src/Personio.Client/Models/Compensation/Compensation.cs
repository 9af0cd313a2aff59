using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// One component of what a person is paid, from one day on. The id is that of the component: a listing may hold it
/// twice, with another amount.
/// </summary>
public sealed record Compensation : ApiObject, IPersonRow<Compensation>
{
    /// <summary>The id; a component keeps it over time.</summary>
    [JsonPropertyName("id")]
    public string? CompensationId { get; init; }

    /// <summary>The person who is paid.</summary>
    [JsonIgnore]
    public string? PersonId { get => field ?? Person?.Id ?? FlatPersonId; init; }

    /// <summary>The name of the person; null where it is not known and was not asked for.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The e-mail address of the person; null where it is not known and was not asked for.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>The name of its type, for example Base salary.</summary>
    [JsonIgnore]
    public string? Type { get => field ?? TypePart?.Name; init; }

    /// <summary>FIXED_SALARY, HOURLY_SALARY, RECURRING, ONE_TIME or what Personio adds.</summary>
    [JsonIgnore]
    public string? Category { get => field ?? TypePart?.Category; init; }

    /// <summary>The amount: for one interval, one hour, or once.</summary>
    [JsonIgnore]
    public decimal? Amount { get => field ?? AmountPart?.Value ?? FlatValue; init; }

    /// <summary>The currency of the amount, for example EUR.</summary>
    [JsonIgnore]
    public string? Currency { get => field ?? AmountPart?.Currency ?? FlatCurrency; init; }

    /// <summary>MONTHLY, QUARTERLY, HALF-YEARLY or YEARLY; null where there is none.</summary>
    public string? Interval { get; init; }

    /// <summary>The day from which it is paid, or the one on which it is paid once.</summary>
    [Day]
    public DateTime? EffectiveFrom { get; init; }

    /// <summary>The id of the legal entity that pays; null where there is none.</summary>
    [JsonIgnore]
    public string? LegalEntityId => LegalEntity?.Id;

    /// <summary>The id of the type; null where Personio does not say it.</summary>
    [JsonIgnore]
    public string? CompensationTypeId { get => field ?? TypePart?.CompensationTypeId; init; }

    /// <summary>Hours a week of the person.</summary>
    public decimal? WeeklyWorkingHours { get; init; }

    /// <summary>Hours a week of a full-time position.</summary>
    public decimal? FullTimeWeeklyWorkingHours { get; init; }

    internal override bool HasIdentity => !string.IsNullOrWhiteSpace(CompensationId);

    [JsonInclude]
    internal Reference? Person { get; init; }

    [JsonInclude]
    [JsonPropertyName("person_id")]
    internal string? FlatPersonId { get; init; }

    [JsonInclude]
    internal Reference? LegalEntity { get; init; }

    [JsonInclude]
    [JsonPropertyName("type")]
    internal CompensationType? TypePart { get; init; }

    [JsonInclude]
    [JsonPropertyName("amount")]
    internal Money? AmountPart { get; init; }

    // As it is written; an answer to a creation may repeat it.
    [JsonInclude]
    [JsonPropertyName("value")]
    internal decimal? FlatValue { get; init; }

    [JsonInclude]
    [JsonPropertyName("currency")]
    internal string? FlatCurrency { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("person", Person), ("legal_entity", LegalEntity), ("type", TypePart), ("amount", AmountPart)];

    private protected override IEnumerable<(string Name, object? Value, object? Shown)> Twins =>
        [("person_id", FlatPersonId, PersonId), ("value", FlatValue, Amount), ("currency", FlatCurrency, Currency)];

    Compensation IPersonRow<Compensation>.WithPerson(string? name, string? email) => this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Type ?? "Compensation"} {CellText.Format(Amount)} {Currency} {CellText.Format(EffectiveFrom)}".TrimEnd();

    [FlatMember("value", IsAmount = true)]
    internal sealed record Money : ApiObject
    {
        public decimal? Value { get; init; }

        public string? Currency { get; init; }

        /// <inheritdoc/>
        public override string ToString() => $"{CellText.Format(Value)} {Currency}".Trim();
    }
}
