using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>
/// One component of a person's pay, from a given day on. The id identifies the component: a listing may contain it
/// twice, with different amounts.
/// </summary>
public sealed record Compensation : ApiObject, IPersonRow<Compensation>
{
    /// <summary>The id, which a component keeps over time.</summary>
    [JsonPropertyName("id")]
    public string? CompensationId { get; init; }

    /// <summary>The id of the person who is paid.</summary>
    [JsonIgnore]
    public string? PersonId { get => field ?? Person?.Id ?? FlatPersonId; init; }

    /// <summary>The name of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>The name of its type, for example Base salary.</summary>
    [JsonIgnore]
    public string? Type { get => field ?? TypePart?.Name; init; }

    /// <summary>FIXED_SALARY, HOURLY_SALARY, RECURRING, ONE_TIME or a value added later.</summary>
    [JsonIgnore]
    public string? Category { get => field ?? TypePart?.Category; init; }

    /// <summary>The amount: per interval, per hour, or once.</summary>
    [JsonIgnore]
    public decimal? Amount { get => field ?? AmountPart?.Value ?? FlatValue; init; }

    /// <summary>The currency of the amount, for example EUR.</summary>
    [JsonIgnore]
    public string? Currency { get => field ?? AmountPart?.Currency ?? FlatCurrency; init; }

    /// <summary>MONTHLY, QUARTERLY, HALF-YEARLY or YEARLY; null if there is none.</summary>
    public string? Interval { get; init; }

    /// <summary>The day from which it is paid or, for a one-time payment, on which it is paid.</summary>
    [Day]
    public DateTime? EffectiveFrom { get; init; }

    /// <summary>The id of the legal entity that pays; null if there is none.</summary>
    [JsonIgnore]
    public string? LegalEntityId => LegalEntity?.Id;

    /// <summary>The id of the type; null if Personio does not send it.</summary>
    [JsonIgnore]
    public string? CompensationTypeId { get => field ?? TypePart?.CompensationTypeId; init; }

    /// <summary>The person's hours per week.</summary>
    public decimal? WeeklyWorkingHours { get; init; }

    /// <summary>The weekly working hours of a full-time position.</summary>
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

    // The form used in requests; the response to a creation may repeat it.
    [JsonInclude]
    [JsonPropertyName("value")]
    internal decimal? FlatValue { get; init; }

    [JsonInclude]
    [JsonPropertyName("currency")]
    internal string? FlatCurrency { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("person", Person), ("legal_entity", LegalEntity), ("type", TypePart), ("amount", AmountPart)];

    private protected override IEnumerable<(string Name, object? Value, object? Shown)> Conflicts =>
        [("person_id", FlatPersonId, PersonId), ("value", FlatValue, Amount), ("currency", FlatCurrency, Currency)];

    Compensation IPersonRow<Compensation>.WithPerson(string? name, string? email) =>
        this with { PersonName = name, PersonEmail = email };

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
