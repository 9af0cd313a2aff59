using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One employment of a person.</summary>
internal sealed class EmploymentRow : Row
{
    public required PersonRow Person { get; init; }

    public override string? OwnerId => Person.Id;

    public string? Title { get; set; }

    public required string Status { get; set; }

    public decimal? WeeklyHours { get; set; }

    public decimal? FullTimeHours { get; set; }

    public DateOnly? ProbationEnd { get; set; }

    public DateOnly Start { get; set; }

    public DateOnly? End { get; init; }

    public DateOnly? ContractEnd { get; set; }

    public string Type { get; set; } = "INTERNAL";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string? SupervisorId { get; set; }

    public string? WorkplaceId { get; set; }

    public List<(string Type, string Id)> OrgUnits { get; set; } = [];

    public Termination? Termination { get; init; }

    /// <summary>Whether the termination is an object without values where there is none, and not null.</summary>
    public bool HasEmptyTermination { get; init; }

    public List<(string Id, decimal Weight)> CostCenters { get; set; } = [];

    public string? LegalEntityId { get; set; }

    public string? JobId { get; set; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        WritePosition(json);
        json.WriteString("status", Status);
        json.OptionalNumber("weekly_working_hours", WeeklyHours);
        json.OptionalNumber("full_time_weekly_working_hours", FullTimeHours);
        json.OptionalDay("probation_end_date", ProbationEnd);
        json.OptionalDay("employment_start_date", Start);
        json.OptionalDay("employment_end_date", End);
        json.OptionalDay("contract_end_date", ContractEnd);
        json.WriteString("type", Type);
        json.WriteString("created_at", JsonText.Instant(CreatedAt));
        json.WriteString("updated_at", JsonText.Instant(UpdatedAt));
        json.Reference("supervisor", SupervisorId);
        json.Reference("office", WorkplaceId);
        WriteOrgUnits(json);
        json.Reference("person", Person.Id);
        WriteTermination(json);
        WriteCostCenters(json);
        json.Reference("legal_entity", LegalEntityId);
        json.Reference("job", JobId);
        json.Reference("sub_company", LegalEntityId);
        WriteLinks(json, style);
        json.WriteEndObject();
    }

    private void WritePosition(Utf8JsonWriter json)
    {
        json.WriteStartObject("position");
        json.WriteString("title", Title);
        json.WriteEndObject();
    }

    private void WriteOrgUnits(Utf8JsonWriter json)
    {
        json.WriteStartArray("org_units");
        foreach ((string type, string id) in OrgUnits)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("id", id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTermination(Utf8JsonWriter json)
    {
        // Of those who stay, some have null and others an object full of nulls.
        if (Termination is null && !HasEmptyTermination)
        {
            json.WriteNull("termination");
            return;
        }

        json.WriteStartObject("termination");
        json.OptionalDay("termination_date", Termination?.Date);
        json.OptionalDay("last_working_date", Termination?.LastWorkingDate);
        json.OptionalDay("terminated_at", Termination?.At);
        json.WriteString("type", Termination?.Type);
        json.WriteString("reason", Termination?.Reason);
        json.WriteEndObject();
    }

    private void WriteCostCenters(Utf8JsonWriter json)
    {
        json.WriteStartArray("cost_centers");
        foreach ((string id, decimal weight) in CostCenters)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteNumber("weight", weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteLinks(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject("_meta");
        json.WriteStartObject("links");
        json.Link("person", $"{style.Origin}/v2/persons/{Person.Id}");
        if (SupervisorId is not null)
        {
            json.Link("supervisor", $"{style.Origin}/v2/persons/{SupervisorId}");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
