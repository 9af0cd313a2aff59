using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A project or, if it has a parent, a sub project.</summary>
public sealed record Project : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? ProjectId { get; init; }

    /// <summary>The name, unique in the company.</summary>
    public string? Name { get; init; }

    /// <summary>ACTIVE, ARCHIVED or a value added later.</summary>
    public string? Status { get; init; }

    /// <summary>The code, unique in the company; null if there is none.</summary>
    public string? ProjectCode { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the cost center; null if there is none, and for sub projects.</summary>
    [JsonIgnore]
    public string? CostCenterId => CostCenter?.Id;

    /// <summary>Whether everybody may track time on it; otherwise, only its members may.</summary>
    public bool? AssignedToAll { get; init; }

    /// <summary>The id of the project this one belongs to; null at the top.</summary>
    [JsonIgnore]
    public string? ParentProjectId => ParentProject?.Id;

    /// <summary>The first day.</summary>
    [JsonIgnore]
    public DateTime? StartDate => Start?.Date;

    /// <summary>The last day, inclusive; null if open-ended. Personio itself stores the day after it.</summary>
    [JsonIgnore]
    public DateTime? EndDate => End?.Date?.AddDays(-1);

    /// <summary>Whether the time is billed to a client; sub projects inherit this from their parent.</summary>
    public bool? Billable { get; init; }

    /// <summary>The name of the client.</summary>
    public string? ClientName { get; init; }

    /// <summary>The type, in free text.</summary>
    public string? ProjectType { get; init; }

    /// <summary>Minutes tracked on the project itself; null if tracked time was not requested.</summary>
    public long? TrackedMinutes { get; init; }

    /// <summary>Minutes tracked on its sub projects; null if tracked time was not requested.</summary>
    public long? SubProjectsTrackedMinutes { get; init; }

    /// <summary>The number of sub projects; null if tracked time was not requested.</summary>
    public long? SubProjectsCount { get; init; }

    /// <summary>The number of periods tracked on it; null if tracked time was not requested.</summary>
    public long? TrackedPeriodsCount { get; init; }

    /// <summary>When the project was created; null if not sent.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the project was last changed; null if not sent.</summary>
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
