using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A step on the way of an application; those that every company has carry no id and no name.</summary>
internal sealed record Stage(string? Id, string Kind, string? Name, string Type)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("kind", Kind);
        json.WriteString("name", Name);
        json.WriteString("type", Type);
        json.WriteEndObject();
    }
}

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
