using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>Somebody who applied.</summary>
internal sealed class CandidateRow : Row
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    public string? Gender { get; init; }

    public string? Phone { get; init; }

    public string? Location { get; init; }

    public DateOnly? Birthday { get; init; }

    public string? Profile { get; init; }

    public DateOnly? AvailableFrom { get; init; }

    public List<ApplicationRow> Applications { get; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        WritePerson(json);
        json.WriteString("phone", Phone);
        json.WriteString("location", Location);
        json.OptionalDay("birthday", Birthday);
        json.WriteString("linkedin_profile", Profile);
        json.OptionalDay("available_from", AvailableFrom);
        json.WriteStartArray("applications");
        foreach (ApplicationRow application in Applications)
        {
            json.WriteStartObject();
            json.WriteString("id", application.Id);
            json.OptionalDay("application_date", application.Date);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("created_at", JsonText.Instant(CreatedAt));
        json.WriteString("updated_at", JsonText.Instant(UpdatedAt));
        json.WriteEndObject();
    }

    /// <summary>What an application tells of the candidate; the gender is missing where nobody gave one.</summary>
    public void WritePerson(Utf8JsonWriter json)
    {
        json.WriteString("id", Id);
        json.WriteString("first_name", FirstName);
        json.WriteString("last_name", LastName);
        json.WriteString("email", Email);
        if (Gender is not null)
        {
            json.WriteString("gender", Gender);
        }
    }
}
