using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>An employment of a person. Days are midnights without a time zone.</summary>
public sealed record Employment : ApiObject, IIdentified, IPersonRow<Employment>
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? EmploymentId { get; init; }

    /// <summary>The id of the employee.</summary>
    [JsonIgnore]
    public string? PersonId { get => field ?? Person?.Id ?? FlatPersonId; init; }

    /// <summary>The name of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonName { get; init; }

    /// <summary>The email address of the person; null if unknown and not requested.</summary>
    [JsonIgnore]
    public string? PersonEmail { get; init; }

    /// <summary>ACTIVE, ONBOARDING, LEAVE, INACTIVE or UNSPECIFIED.</summary>
    public string? Status { get; init; }

    /// <summary>INTERNAL, EXTERNAL or UNSPECIFIED.</summary>
    public string? Type { get; init; }

    /// <summary>The title of the position.</summary>
    [JsonIgnore]
    public string? Position => PositionPart?.Title;

    /// <summary>The id of the department; null if there is none.</summary>
    [JsonIgnore]
    public string? DepartmentId => UnitOf("department");

    /// <summary>The id of the team; null if there is none.</summary>
    [JsonIgnore]
    public string? TeamId => UnitOf("team");

    /// <summary>The person id of the supervisor; null if there is none.</summary>
    [JsonIgnore]
    public string? SupervisorId => Supervisor?.Id;

    /// <summary>The id of the workplace, which Personio's API calls an office.</summary>
    [JsonIgnore]
    public string? WorkplaceId => Office?.Id;

    /// <summary>The id of the legal entity.</summary>
    [JsonIgnore]
    public string? LegalEntityId => LegalEntity?.Id ?? SubCompany?.Id;

    /// <summary>The id of the job in the job catalog; null if there is none.</summary>
    [JsonIgnore]
    public string? JobId => Job?.Id;

    /// <summary>The first day.</summary>
    [Day]
    public DateTime? EmploymentStartDate { get; init; }

    /// <summary>The day the employment ends; null if no end is known.</summary>
    [Day]
    public DateTime? EmploymentEndDate { get; init; }

    /// <summary>The end of a fixed-term contract; null for a permanent one.</summary>
    [Day]
    public DateTime? ContractEndDate { get; init; }

    /// <summary>The last day of the probation period.</summary>
    [Day]
    public DateTime? ProbationEndDate { get; init; }

    /// <summary>The working hours per week.</summary>
    public decimal? WeeklyWorkingHours { get; init; }

    /// <summary>The weekly working hours of a full-time position.</summary>
    public decimal? FullTimeWeeklyWorkingHours { get; init; }

    /// <summary>The day a termination takes effect; null if there is none.</summary>
    [JsonIgnore]
    public DateTime? TerminationDate => Termination?.TerminationDate;

    /// <summary>The last working day before a termination.</summary>
    [JsonIgnore]
    public DateTime? LastWorkingDay => Termination?.LastWorkingDay ?? Termination?.LastWorkingDate;

    /// <summary>The day on which notice was given.</summary>
    [JsonIgnore]
    public DateTime? TerminatedAt => Termination?.TerminatedAt;

    /// <summary>The kind of termination, for example EMPLOYEE or CONTRACT_EXPIRED.</summary>
    [JsonIgnore]
    public string? TerminationType => Termination?.Type;

    /// <summary>The reason for the termination, in free text.</summary>
    [JsonIgnore]
    public string? TerminationReason => Termination?.Reason;

    /// <summary>The org units, for example <c>department 55; team 902</c>.</summary>
    [JsonIgnore]
    public ValueList<OrgUnitReference> OrgUnits =>
        field ??= new ValueList<OrgUnitReference>([.. Units.OfType<OrgUnitReference>()]);

    /// <summary>The cost centers and their shares, for example <c>1201 (60 %); 1202 (40 %)</c>.</summary>
    [JsonIgnore]
    public ValueList<CostCenterShare> CostCenters =>
        field ??= new ValueList<CostCenterShare>([.. Shares.OfType<CostCenterShare>()]);

    /// <summary>When the employment was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the employment was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    string? IIdentified.Identity => EmploymentId;

    [JsonInclude]
    internal Reference? Person { get; init; }

    [JsonInclude]
    [JsonPropertyName("person_id")]
    internal string? FlatPersonId { get; init; }

    [JsonInclude]
    [JsonPropertyName("position")]
    internal JobTitle? PositionPart { get; init; }

    [JsonInclude]
    internal Reference? Supervisor { get; init; }

    [JsonInclude]
    internal Reference? Office { get; init; }

    [JsonInclude]
    internal Reference? LegalEntity { get; init; }

    // Deprecated by Personio in favor of legal_entity; older companies may have only this member.
    [JsonInclude]
    internal Reference? SubCompany { get; init; }

    [JsonInclude]
    internal Reference? Job { get; init; }

    [JsonInclude]
    internal Notice? Termination { get; init; }

    [JsonInclude]
    [JsonPropertyName("org_units")]
    internal IReadOnlyList<OrgUnitReference?> Units { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("cost_centers")]
    internal IReadOnlyList<CostCenterShare?> Shares { get; init => field = value ?? []; } = [];

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
    [
        ("person", Person), ("position", PositionPart), ("supervisor", Supervisor), ("office", Office),
        ("legal_entity", LegalEntity), ("sub_company", SubCompany), ("job", Job), ("termination", Termination),
    ];

    private protected override IEnumerable<(string Name, object? Value, object? Shown)> Conflicts =>
    [
        ("person_id", FlatPersonId, PersonId),
        ("last_working_date", Termination?.LastWorkingDate, LastWorkingDay),
    ];

    Employment IPersonRow<Employment>.WithPerson(string? name, string? email) =>
        this with { PersonName = name, PersonEmail = email };

    /// <inheritdoc/>
    public override string ToString() => Position ?? EmploymentId ?? "";

    private string? UnitOf(string type) => OrgUnits
        .FirstOrDefault(unit => string.Equals(unit.Type, type, StringComparison.OrdinalIgnoreCase))?.OrgUnitId;

    [FlatMember("title")]
    internal sealed record JobTitle : ApiObject
    {
        public string? Title { get; init; }
    }

    [FlatMember("termination_date")]
    internal sealed record Notice : ApiObject
    {
        [Day]
        public DateTime? TerminationDate { get; init; }

        [Day]
        public DateTime? LastWorkingDay { get; init; }

        // The name in Personio's own example; the schema has the other one.
        [Day]
        public DateTime? LastWorkingDate { get; init; }

        [Day]
        public DateTime? TerminatedAt { get; init; }

        public string? Type { get; init; }

        public string? Reason { get; init; }
    }
}
