using System.Text.Json;

namespace Personio.Sandbox.Tenant;

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
