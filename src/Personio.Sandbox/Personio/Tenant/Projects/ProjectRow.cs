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

    /// <summary>The first day on which the project is over.</summary>
    [JsonConverter(typeof(DateConverter))]
    public DateOnly? End { get; set; }

    /// <summary>Who pays for a project pays for its sub-projects.</summary>
    [JsonPropertyName("billable")]
    public bool IsBilled => Parent?.IsBilled ?? Billable;

    public string? ClientName { get; set; }

    public string? ProjectType { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The sums and numbers that were asked for.</summary>
    [JsonExtensionData]
    public Dictionary<string, object>? Counts { get; private set; }

    internal override string? OwnerId => ParentId;

    internal ProjectRow? Parent { get; init; }

    internal bool Billable { get; set; }

    /// <summary>In the order in which they joined; who left keeps the place.</summary>
    internal List<MemberRow> Members { get; } = [];

    internal IEnumerable<MemberRow> LiveMembers => Members.Where(member => !member.IsRemoved);

    public void Join(string personId)
    {
        if (LiveMembers.All(member => member.Id != personId))
        {
            Members.Add(new MemberRow { Id = personId });
        }
    }

    /// <summary>The project with sums and numbers after its members.</summary>
    public ProjectRow WithCounts(Dictionary<string, object> counts)
    {
        ProjectRow copy = Copy<ProjectRow>();
        copy.Counts = counts;
        return copy;
    }
}
