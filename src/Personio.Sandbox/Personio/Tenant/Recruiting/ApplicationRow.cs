using System.Text.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>One application of a candidate for a job.</summary>
internal sealed class ApplicationRow : Row
{
    public DateOnly Date { get; init; }

    public required CandidateRow Candidate { get; init; }

    public required RecruitingJobRow Job { get; init; }

    /// <summary>Where it came from; some responses lack it.</summary>
    public (string Id, string Name)? Channel { get; init; }

    public bool IsAnonymized { get; init; }

    /// <summary>Newest first; the first one is where the application is now.</summary>
    public required List<TransitionRow> Transitions { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public override void Write(Utf8JsonWriter json, RowStyle style)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.OptionalDay("application_date", Date);
        json.WriteStartObject("candidate");
        Candidate.WritePerson(json);
        json.WriteEndObject();
        json.WriteStartObject("job");
        json.WriteString("id", Job.Id);
        json.WriteString("name", Job.Name);
        Job.WriteBelonging(json);
        json.WriteEndObject();
        json.WritePropertyName("current_stage");
        Transitions[0].Stage.Write(json);
        if (Channel is { } channel)
        {
            json.Named("channel", channel.Id, channel.Name);
        }

        Job.WriteTeam(json);
        json.WriteBoolean("is_anonymized", IsAnonymized);
        json.HyphenTime("created_at", CreatedAt);
        json.HyphenTime("updated_at", UpdatedAt);
        json.WriteEndObject();
    }
}
