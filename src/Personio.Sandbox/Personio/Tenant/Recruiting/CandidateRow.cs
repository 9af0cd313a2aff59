using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>A candidate; the gender is omitted if none was given.</summary>
internal sealed class CandidateRow : Row
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Gender { get; init; }

    public string? Phone { get; init; }

    public string? Location { get; init; }

    public DateOnly? Birthday { get; init; }

    [JsonPropertyName("linkedin_profile")]
    public string? Profile { get; init; }

    public DateOnly? AvailableFrom { get; init; }

    [JsonPropertyName("applications")]
    public ApplicationReference[] SentApplications =>
        [.. Applications.Select(application => new ApplicationReference(application.Id, application.Date))];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    internal List<ApplicationRow> Applications { get; } = [];
}
