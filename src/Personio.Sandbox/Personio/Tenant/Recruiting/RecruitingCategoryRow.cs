using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A category of recruiting jobs with its stages.</summary>
internal sealed class RecruitingCategoryRow : Row
{
    public required string Name { get; init; }

    public required IReadOnlyList<Stage> Stages { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteStartArray("stages");
        foreach (Stage stage in Stages)
        {
            stage.Write(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
