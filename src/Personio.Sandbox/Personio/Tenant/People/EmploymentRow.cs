using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One employment of a person.</summary>
internal sealed class EmploymentRow : Row
{
    public Position Position => new(Title);

    public required string Status { get; set; }

    [JsonPropertyName("weekly_working_hours")]
    public decimal? WeeklyHours { get; set; }

    [JsonPropertyName("full_time_weekly_working_hours")]
    public decimal? FullTimeHours { get; set; }

    [JsonPropertyName("probation_end_date")]
    public DateOnly? ProbationEnd { get; set; }

    [JsonPropertyName("employment_start_date")]
    public DateOnly Start { get; set; }

    [JsonPropertyName("employment_end_date")]
    public DateOnly? End { get; init; }

    [JsonPropertyName("contract_end_date")]
    public DateOnly? ContractEnd { get; set; }

    public string Type { get; set; } = "INTERNAL";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    [JsonPropertyName("supervisor"), JsonConverter(typeof(ReferenceConverter))]
    public string? SupervisorId { get; set; }

    [JsonPropertyName("office"), JsonConverter(typeof(ReferenceConverter))]
    public string? WorkplaceId { get; set; }

    public List<OrgUnitReference> OrgUnits { get; set; } = [];

    [JsonPropertyName("person"), JsonConverter(typeof(ReferenceConverter))]
    public string PersonId => Person.Id;

    public Termination? Termination { get; init; }

    public List<CostCenterShare> CostCenters { get; set; } = [];

    [JsonPropertyName("legal_entity"), JsonConverter(typeof(ReferenceConverter))]
    public string? LegalEntityId { get; set; }

    [JsonPropertyName("job"), JsonConverter(typeof(ReferenceConverter))]
    public string? JobId { get; set; }

    [JsonPropertyName("sub_company"), JsonConverter(typeof(ReferenceConverter))]
    public string? SubCompanyId => LegalEntityId;

    [JsonPropertyName("_meta")]
    public Meta Meta => new(new Links
    {
        Person = new Link($"{Style.Origin}/v2/persons/{Person.Id}"),
        Supervisor = SupervisorId is null ? null : new Link($"{Style.Origin}/v2/persons/{SupervisorId}"),
    });

    internal override string? OwnerId => Person.Id;

    internal required PersonRow Person { get; init; }

    internal string? Title { get; set; }
}
