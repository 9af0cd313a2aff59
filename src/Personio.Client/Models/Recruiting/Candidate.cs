using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A person who applied.</summary>
public sealed record Candidate : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? CandidateId { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>First and last name; null if both are missing.</summary>
    [JsonIgnore]
    public string? DisplayName => FullName.Create(FirstName, LastName);

    /// <summary>The email address.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Where the candidate lives, in free text.</summary>
    public string? Location { get; init; }

    /// <summary>The gender.</summary>
    public string? Gender { get; init; }

    /// <summary>The birthday.</summary>
    [Day]
    public DateTime? Birthday { get; init; }

    /// <summary>The URL of the LinkedIn profile.</summary>
    [JsonPropertyName("linkedin_profile")]
    public string? LinkedInProfile { get; init; }

    /// <summary>From when the candidate is available, in free text.</summary>
    public string? AvailableFrom { get; init; }

    /// <summary>The ids of the applications.</summary>
    [JsonIgnore]
    public ValueList<string> ApplicationIds => field ??= new ValueList<string>(
        [.. Applications.Select(application => application?.Id).OfType<string>()]);

    /// <summary>When the candidate was created.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt => CreatedPart?.Instant;

    /// <summary>When the candidate was last changed.</summary>
    [JsonIgnore]
    public DateTimeOffset? UpdatedAt => UpdatedPart?.Instant;

    string? IIdentified.Identity => CandidateId;

    [JsonInclude]
    internal IReadOnlyList<Reference?> Applications { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("created_at")]
    internal InstantPart? CreatedPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("updated_at")]
    internal InstantPart? UpdatedPart { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("created_at", CreatedPart), ("updated_at", UpdatedPart)];

    /// <inheritdoc/>
    public override string ToString() => DisplayName ?? Email ?? CandidateId ?? "";
}
