using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A project or, with a parent, a sub project.</summary>
internal sealed class ProjectRow : Row
{
    public required string Name { get; set; }

    /// <summary>ACTIVE or ARCHIVED.</summary>
    public required string Status { get; set; }

    public string? Code { get; set; }

    public string? Description { get; set; }

    public string? CostCenterId { get; set; }

    public bool AssignedToAll { get; set; }

    public ProjectRow? Parent { get; init; }

    public override string? OwnerId => Parent?.Id;

    public DateOnly? Start { get; set; }

    /// <summary>The first day on which the project is over.</summary>
    public DateOnly? End { get; set; }

    public bool Billable { get; set; }

    /// <summary>Who pays for a project pays for its sub projects.</summary>
    public bool IsBilled => Parent?.IsBilled ?? Billable;

    public string? ClientName { get; set; }

    public string? ProjectType { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>In the order in which they joined; who left keeps the place.</summary>
    public List<MemberRow> Members { get; } = [];

    public IEnumerable<MemberRow> LiveMembers => Members.Where(member => !member.IsRemoved);

    public void Join(string personId)
    {
        if (LiveMembers.All(member => member.Id != personId))
        {
            Members.Add(new MemberRow { Id = personId });
        }
    }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    /// <summary>The members without the braces, so that counts can follow.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("status", Status);
        json.WriteString("project_code", Code);
        json.WriteString("description", Description);
        json.Reference("cost_center", CostCenterId);
        json.WriteBoolean("assigned_to_all", AssignedToAll);
        json.Reference("parent_project", Parent?.Id);
        WriteDate(json, "start", Start);
        WriteDate(json, "end", End);
        json.WriteBoolean("billable", IsBilled);
        json.WriteString("client_name", ClientName);
        json.WriteString("project_type", ProjectType);
        json.WriteString("created_at", JsonText.Instant(CreatedAt));
        json.WriteString("updated_at", JsonText.Instant(UpdatedAt));
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.OptionalDay("date", known);
        json.WriteEndObject();
    }
}
