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

/// <summary>A legal entity.</summary>
internal sealed class LegalEntityRow : Row
{
    public required string Name { get; init; }

    public required string Country { get; init; }

    public bool IsMain { get; init; }

    public DateOnly ValidFrom { get; init; }

    public string? LegalForm { get; init; }

    public required string City { get; init; }

    public string? ContactId { get; set; }

    public int AssignedEmployees { get; set; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("status", "ACTIVE");
        json.WriteBoolean("is_main", IsMain);
        json.OptionalDay("valid_from", ValidFrom);
        json.WriteNumber("assigned_employees", AssignedEmployees);
        json.WriteString("country", Country);
        json.WriteString("name", Name);
        json.WriteString("type", LegalForm);
        json.WriteNull("registration_number");
        json.WriteNull("industry_sector");
        json.WriteString("email", "hr@example.org");
        json.WriteNull("phone");
        json.WriteStartObject("address");
        json.WriteString("street", "Hauptstraße 1");
        json.WriteString("city", City);
        json.WriteString("country", Country);
        json.WriteEndObject();
        json.Reference("contact_person", ContactId);
        json.WriteNull("bank_details");
        json.WriteNull("mailing_address");
        json.WriteEndObject();
    }
}

/// <summary>Something that is nothing but an id and a name: a cost center or a workplace.</summary>
internal sealed class NamedRow : Row
{
    public required string Name { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteEndObject();
    }
}
