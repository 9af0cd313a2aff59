using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>An application: one candidate for one job opening.</summary>
public sealed record Application : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? ApplicationId { get; init; }

    /// <summary>The day of the application.</summary>
    [Day]
    public DateTime? ApplicationDate { get; init; }

    /// <summary>The id of the candidate.</summary>
    [JsonIgnore]
    public string? CandidateId => Candidate?.Id;

    /// <summary>The name of the candidate; null if the application is anonymized.</summary>
    [JsonIgnore]
    public string? CandidateName => Candidate?.Name;

    /// <summary>The email address of the candidate.</summary>
    [JsonIgnore]
    public string? CandidateEmail => Candidate?.Email;

    /// <summary>The id of the job opening.</summary>
    [JsonIgnore]
    public string? RecruitingJobId => Job?.Id;

    /// <summary>The name of the job opening.</summary>
    [JsonIgnore]
    public string? RecruitingJob => Job?.Name;

    /// <summary>The name of the department of the job opening; null if there is none.</summary>
    [JsonIgnore]
    public string? Department => Job?.Department?.Name;

    /// <summary>The id of the department of the job opening; null if there is none.</summary>
    [JsonIgnore]
    public string? DepartmentId => Job?.Department?.Id;

    /// <summary>
    /// The name of the current stage; for a stage that every company has, its type, such as unassigned.
    /// </summary>
    [JsonIgnore]
    public string? Stage => CurrentStage?.ToString();

    /// <summary>The id of the stage; null for stages that every company has.</summary>
    [JsonIgnore]
    public string? StageId => CurrentStage?.StageId;

    /// <summary>The type of the stage.</summary>
    [JsonIgnore]
    public string? StageType => CurrentStage?.Type;

    /// <summary>The kind of the stage, for example SYSTEM or CUSTOM.</summary>
    [JsonIgnore]
    public string? StageKind => CurrentStage?.Kind;

    /// <summary>The name of the channel through which it was received; null if unknown.</summary>
    [JsonIgnore]
    public string? Channel => ChannelPart?.Name;

    /// <summary>The id of the channel; null if unknown.</summary>
    [JsonIgnore]
    public string? ChannelId => ChannelPart?.Id;

    /// <summary>The members of the hiring team.</summary>
    [JsonIgnore]
    public ValueList<HiringTeamMember> HiringTeam =>
        field ??= new ValueList<HiringTeamMember>([.. Team.OfType<HiringTeamMember>()]);

    /// <summary>Whether the personal data was deleted.</summary>
    public bool? IsAnonymized { get; init; }

    /// <summary>When the application was created.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt => CreatedPart?.Instant;

    /// <summary>When the application was last changed.</summary>
    [JsonIgnore]
    public DateTimeOffset? UpdatedAt => UpdatedPart?.Instant;

    string? IIdentified.Identity => ApplicationId;

    [JsonInclude]
    internal ApplicantPart? Candidate { get; init; }

    [JsonInclude]
    internal OpeningPart? Job { get; init; }

    [JsonInclude]
    internal RecruitingStage? CurrentStage { get; init; }

    [JsonInclude]
    [JsonPropertyName("channel")]
    internal NamedReference? ChannelPart { get; init; }

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
        ("candidate", Candidate), ("job", Job), ("current_stage", CurrentStage), ("channel", ChannelPart),
        ("created_at", CreatedPart), ("updated_at", UpdatedPart),
    ];

    /// <inheritdoc/>
    public override string ToString() =>
        CandidateName is null && RecruitingJob is null
            ? ApplicationId ?? ""
            : $"{CandidateName ?? "Candidate"} for {RecruitingJob ?? "a job"}";
}
