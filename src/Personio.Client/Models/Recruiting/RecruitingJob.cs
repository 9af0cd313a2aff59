using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A job opening of recruiting; not a job of the job catalog.</summary>
public sealed record RecruitingJob : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? RecruitingJobId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The name of the department; null if there is none.</summary>
    [JsonIgnore]
    public string? Department => DepartmentPart?.Name;

    /// <summary>The id of the department; null if there is none.</summary>
    [JsonIgnore]
    public string? DepartmentId => DepartmentPart?.Id;

    /// <summary>The name of the category; null if there is none.</summary>
    [JsonIgnore]
    public string? Category => CategoryPart?.Name;

    /// <summary>The id of the category; null if there is none.</summary>
    [JsonIgnore]
    public string? RecruitingCategoryId => CategoryPart?.Id;

    /// <summary>The id of the company; null if Personio does not send it.</summary>
    [JsonIgnore]
    public string? CompanyId => Company?.Id;

    /// <summary>The members of the hiring team; empty if there are none.</summary>
    [JsonIgnore]
    public ValueList<HiringTeamMember> HiringTeam =>
        field ??= new ValueList<HiringTeamMember>([.. Team.OfType<HiringTeamMember>()]);

    /// <summary>When the job opening was created.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt => CreatedPart?.Instant;

    /// <summary>When the job opening was last changed.</summary>
    [JsonIgnore]
    public DateTimeOffset? UpdatedAt => UpdatedPart?.Instant;

    string? IIdentified.Identity => RecruitingJobId;

    [JsonInclude]
    [JsonPropertyName("department")]
    internal NamedReference? DepartmentPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("category")]
    internal NamedReference? CategoryPart { get; init; }

    [JsonInclude]
    internal Reference? Company { get; init; }

    [JsonInclude]
    [JsonPropertyName("hiring_team")]
    internal IReadOnlyList<HiringTeamMember?> Team { get; init => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("created_at")]
    internal InstantPart? CreatedPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("updated_at")]
    internal InstantPart? UpdatedPart { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
    [
        ("department", DepartmentPart), ("category", CategoryPart), ("company", Company),
        ("created_at", CreatedPart), ("updated_at", UpdatedPart),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name ?? RecruitingJobId ?? "";
}
