using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A department or a team.</summary>
internal sealed class OrgUnitRow : Row
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public string? Abbreviation { get; init; }

    public string? Description { get; init; }

    public OrgUnitRow? Parent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The parents, nearest first.</summary>
    public IEnumerable<OrgUnitRow> Parents
    {
        get
        {
            for (OrgUnitRow? unit = Parent; unit is not null; unit = unit.Parent)
            {
                yield return unit;
            }
        }
    }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    /// <summary>The members without the braces, so that the parent chain can follow.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("type", Type);
        json.WriteString("name", Name);
        json.WriteString("abbreviation", Abbreviation);
        json.WriteString("description", Description);
        json.WriteString("resource_uri", $"/v2/org-units/{Id}?type={Type}");
        json.WriteString("create_time", JsonText.Instant(CreatedAt));
        json.WriteString("parent_id", Parent?.Id);
    }
}
