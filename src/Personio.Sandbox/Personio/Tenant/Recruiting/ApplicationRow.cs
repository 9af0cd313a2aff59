using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One candidate's application for a job.</summary>
internal sealed class ApplicationRow : Row
{
    [JsonPropertyName("application_date")]
    public DateOnly Date { get; init; }

    [JsonPropertyName("candidate")]
    public Applicant Applicant =>
        new(Candidate.Id, Candidate.FirstName, Candidate.LastName, Candidate.Email, Candidate.Gender);

    [JsonPropertyName("job")]
    public AppliedJob AppliedJob => new(Job.Id, Job.Name, Job.Department, Job.CategoryReference);

    public Stage CurrentStage => Transitions[0].Stage;

    /// <summary>The channel through which the application came in; some responses omit it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedReference? Channel { get; init; }

    public HiringTeamMember[] HiringTeam => Job.HiringTeam;

    public bool IsAnonymized { get; init; }

    [JsonConverter(typeof(ZonedMomentConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(ZonedMomentConverter))]
    public DateTimeOffset UpdatedAt { get; init; }

    internal required CandidateRow Candidate { get; init; }

    internal required RecruitingJobRow Job { get; init; }

    /// <summary>Newest first; the first one is the current stage of the application.</summary>
    internal required List<TransitionRow> Transitions { get; init; }
}
