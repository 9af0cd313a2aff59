using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A project or, with a parent, a sub-project.</summary>
internal sealed class ProjectRow : Row
{
    public required string Name { get; set; }

    /// <summary>ACTIVE or ARCHIVED.</summary>
    public required string Status { get; set; }

    [JsonPropertyName("project_code")]
    public string? Code { get; set; }

    public string? Description { get; set; }

    [JsonPropertyName("cost_center"), JsonConverter(typeof(ReferenceConverter))]
    public string? CostCenterId { get; set; }

    public bool AssignedToAll { get; set; }

    [JsonPropertyName("parent_project"), JsonConverter(typeof(ReferenceConverter))]
    public string? ParentId => Parent?.Id;

    [JsonConverter(typeof(DateConverter))]
    public DateOnly? Start { get; set; }

    /// <summary>The first day after the end of the project.</summary>
    [JsonConverter(typeof(DateConverter))]
    public DateOnly? End { get; set; }

    /// <summary>A sub-project is billable if its parent is.</summary>
    [JsonPropertyName("billable")]
    public bool IsBilled => Parent?.IsBilled ?? Billable;

    public string? ClientName { get; set; }

    public string? ProjectType { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The totals and counts that were requested.</summary>
    [JsonExtensionData]
    public Dictionary<string, object>? Counts { get; private set; }

    internal override string? OwnerId => ParentId;

    internal ProjectRow? Parent { get; init; }

    internal bool Billable { get; set; }

    /// <summary>In the order of joining; a removed member keeps its position.</summary>
    internal List<MemberRow> Members { get; } = [];

    internal IEnumerable<MemberRow> LiveMembers => Members.Where(member => !member.IsRemoved);

    public void Join(string personId)
    {
        if (LiveMembers.All(member => member.Id != personId))
        {
            Members.Add(new MemberRow { Id = personId });
        }
    }

    /// <summary>A copy of the project with totals and counts after its members.</summary>
    public ProjectRow WithCounts(Dictionary<string, object> counts)
    {
        ProjectRow copy = Copy<ProjectRow>();
        copy.Counts = counts;
        return copy;
    }
}
