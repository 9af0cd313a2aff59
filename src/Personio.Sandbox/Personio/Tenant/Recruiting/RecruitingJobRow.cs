using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A job that is advertised.</summary>
internal sealed class RecruitingJobRow : Row
{
    public required string Name { get; init; }

    public OrgUnitRow? Department { get; init; }

    public RecruitingCategoryRow? Category { get; init; }

    /// <summary>Persons and what they are in the team.</summary>
    public required IReadOnlyList<(string PersonId, string Role)> Team { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        WriteBelonging(json);
        WriteTeam(json);
        json.HyphenTime("created_at", CreatedAt);
        json.HyphenTime("updated_at", UpdatedAt);
        json.WriteEndObject();
    }

    /// <summary>Department and category; a job without one lacks the member.</summary>
    public void WriteBelonging(Utf8JsonWriter json)
    {
        if (Department is not null)
        {
            json.Named("department", Department.Id, Department.Name);
        }

        if (Category is not null)
        {
            json.Named("category", Category.Id, Category.Name);
        }
    }

    public void WriteTeam(Utf8JsonWriter json)
    {
        json.WriteStartArray("hiring_team");
        foreach ((string personId, string role) in Team)
        {
            json.WriteStartObject();
            json.Reference("person", personId);
            json.WriteStartObject("role");
            json.WriteString("name", role);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
