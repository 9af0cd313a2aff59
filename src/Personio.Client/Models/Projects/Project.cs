using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A project or, with a parent, a sub project.</summary>
public sealed record Project : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? ProjectId { get; init; }

    /// <summary>The name, unique in the company.</summary>
    public string? Name { get; init; }

    /// <summary>ACTIVE, ARCHIVED or what Personio adds.</summary>
    public string? Status { get; init; }

    /// <summary>The code, unique in the company; null where there is none.</summary>
    public string? ProjectCode { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The cost center; null where there is none, and for sub projects.</summary>
    [JsonIgnore]
    public string? CostCenterId => CostCenter?.Id;

    /// <summary>Whether everybody may track time on it; else its members may.</summary>
    public bool? AssignedToAll { get; init; }

    /// <summary>The project this one is a part of; null at the top.</summary>
    [JsonIgnore]
    public string? ParentProjectId => ParentProject?.Id;

    /// <summary>The first day.</summary>
    [JsonIgnore]
    public DateTime? StartDate => Start?.Date;

    /// <summary>The last day, inclusive; null where the end is open. Personio itself keeps the day after it.</summary>
    [JsonIgnore]
    public DateTime? EndDate => End?.Date?.AddDays(-1);

    /// <summary>Whether the time is billed to a client; sub projects have this of their parent.</summary>
    public bool? Billable { get; init; }

    /// <summary>The client.</summary>
    public string? ClientName { get; init; }

    /// <summary>The type, any text.</summary>
    public string? ProjectType { get; init; }

    /// <summary>Minutes tracked on the project itself; null where tracked time was not asked for.</summary>
    public long? TrackedMinutes { get; init; }

    /// <summary>Minutes tracked on its sub projects; null where tracked time was not asked for.</summary>
    public long? SubProjectsTrackedMinutes { get; init; }

    /// <summary>How many sub projects it has; null where tracked time was not asked for.</summary>
    public long? SubProjectsCount { get; init; }

    /// <summary>How many periods were tracked on it; null where tracked time was not asked for.</summary>
    public long? TrackedPeriodsCount { get; init; }

    /// <summary>When the project was created; not always sent.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the project was last changed; not always sent.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    string? IIdentified.Identity => ProjectId;

    [JsonInclude]
    internal Reference? CostCenter { get; init; }

    [JsonInclude]
    internal Reference? ParentProject { get; init; }

    [JsonInclude]
    internal Day? Start { get; init; }

    [JsonInclude]
    internal Day? End { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("cost_center", CostCenter), ("parent_project", ParentProject), ("start", Start), ("end", End)];

    /// <inheritdoc/>
    public override string ToString() => Name ?? ProjectId ?? "";

    [FlatMember("date")]
    internal sealed record Day : ApiObject
    {
        [Day]
        public DateTime? Date { get; init; }
    }
}
