using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A type of absence, with the policy that the API applies but does not tell.</summary>
internal sealed class AbsenceTypeRow : Row
{
    public required string Name { get; init; }

    public string? Category { get; init; }

    /// <summary>Whether the amount is counted in hours instead of days.</summary>
    public bool IsHourly { get; init; }

    public SubstituteRule Substitute { get; init; }

    public bool NeedsApproval { get; init; } = true;

    /// <summary>The number the type has in v1.</summary>
    public int Number { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteString("category", Category);
        json.WriteString("unit", IsHourly ? "HOUR" : "DAY");
        json.WriteEndObject();
    }
}
