using System.Text.Json;
using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A job of the job catalog; not a job opening of recruiting.</summary>
public sealed record Job : ApiObject, IIdentified
{
    /// <summary>The id, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? JobId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The job family; null if there is none.</summary>
    [JsonIgnore]
    public string? JobFamily => LenientName.Parse(FamilyPart);

    /// <summary>The level; null if there is none.</summary>
    [JsonIgnore]
    public string? Level => LenientName.Parse(LevelPart);

    /// <summary>The track, for example Individual Contributor; null if there is none.</summary>
    [JsonIgnore]
    public string? JobTrack => LenientName.Parse(TrackPart);

    /// <summary>The grade that is shared by all companies of a group; null if there is none.</summary>
    [JsonIgnore]
    public string? GlobalGrade => LenientName.Parse(GradePart);

    /// <summary>The ids of its salary bands; empty without the scope personio:salary-bands:read.</summary>
    [JsonIgnore]
    public ValueList<string> SalaryBandIds => field ??= new ValueList<string>([.. Bands.OfType<string>()]);

    string? IIdentified.Identity => JobId;

    // Text in Personio's example; whether they can be objects with a name is not documented.
    [JsonInclude]
    [JsonPropertyName("job_family")]
    internal JsonElement FamilyPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("level")]
    internal JsonElement LevelPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("job_track")]
    internal JsonElement TrackPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("global_grade")]
    internal JsonElement GradePart { get; init; }

    [JsonInclude]
    [JsonPropertyName("salary_band_ids")]
    internal IReadOnlyList<string?> Bands { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name ?? JobId ?? "";
}
