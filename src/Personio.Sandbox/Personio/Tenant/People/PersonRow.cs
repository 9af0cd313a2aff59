using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A person.</summary>
internal sealed class PersonRow : Row
{
    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? PreferredName { get; set; }

    public string? Gender { get; set; }

    public bool HasPicture { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Some responses lack what others say is null.</summary>
    public bool OmitsNulls { get; init; }

    public List<CustomValue> Custom { get; init; } = [];

    /// <summary>Newest first.</summary>
    public List<EmploymentRow> Employments { get; } = [];

    /// <summary>Leave and onboarding count as active.</summary>
    public string Status => Employments.Count == 0 ? "UNSPECIFIED"
        : Employments[0].Status == "INACTIVE" ? "INACTIVE" : "ACTIVE";

    /// <summary>Writes one custom attribute; what the person already has keeps its place and its type.</summary>
    public void Fill(CustomValue written)
    {
        int index = Custom.FindIndex(custom => custom.Id == written.Id);
        if (index < 0)
        {
            Custom.Add(written);
        }
        else
        {
            Custom[index] = Custom[index] with { Value = written.Value };
        }
    }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        string self = $"{style.Origin}/v2/persons/{Id}";
        json.WriteStartObject();
        json.WriteString("id", Id);
        Text(json, "email", Email);
        json.WriteString("created_at", JsonText.Instant(CreatedAt));
        json.WriteString("updated_at", JsonText.Instant(UpdatedAt));
        Text(json, "first_name", FirstName);
        Text(json, "last_name", LastName);
        Text(json, "preferred_name", PreferredName);
        Text(json, "gender", Gender);
        json.WriteStartObject("profile_picture");
        json.WriteString(
            "url", HasPicture ? $"{style.Origin}/v1/company/employees/{Id}/profile-picture" : null);
        json.WriteEndObject();
        json.WriteString("status", Status);
        WriteCustom(json, style);
        WriteEmployments(json);
        json.WriteStartObject("_meta");
        json.WriteStartObject("links");
        json.Link("employments", $"{self}/employments");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null || !OmitsNulls)
        {
            json.WriteString(name, value);
        }
    }

    private void WriteCustom(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartArray("custom_attributes");
        foreach (CustomValue custom in Custom)
        {
            json.WriteStartObject();
            json.WriteString("id", custom.Id);
            json.WriteString("type", custom.Type);
            json.WriteString("global_id", custom.GlobalId);
            if (style.AttributeLabels && custom.Label is not null)
            {
                json.WriteString("label", custom.Label);
            }

            json.WritePropertyName("value");
            WriteValue(json, custom.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEmployments(Utf8JsonWriter json)
    {
        json.WriteStartArray("employments");
        foreach (EmploymentRow employment in Employments)
        {
            json.WriteStartObject();
            json.WriteString("id", employment.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the value of a custom attribute.</summary>
    public static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                json.WriteStringValue(JsonText.Day(day));
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                json.WriteStartObject();
                foreach (KeyValuePair<string, object?> member in members)
                {
                    json.WritePropertyName(member.Key);
                    WriteValue(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case string[] items:
                json.WriteStartArray();
                Array.ForEach(items, json.WriteStringValue);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
