using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A transition of an application: the stage it entered, and when.</summary>
public sealed record ApplicationTransition : ApiObject
{
    /// <summary>The id of the application.</summary>
    [JsonIgnore]
    public string? ApplicationId { get; init; }

    /// <summary>When the application entered the stage.</summary>
    [JsonIgnore]
    public DateTimeOffset? EnteredAt => EnteredPart?.Instant;

    /// <summary>The name of the stage; for a stage that every company has, its type, such as unassigned.</summary>
    [JsonIgnore]
    public string? Stage => StagePart?.ToString();

    /// <summary>The id of the stage; null for stages that every company has.</summary>
    [JsonIgnore]
    public string? StageId => StagePart?.StageId;

    /// <summary>The type of the stage.</summary>
    [JsonIgnore]
    public string? StageType => StagePart?.Type;

    /// <summary>The kind of the stage.</summary>
    [JsonIgnore]
    public string? StageKind => StagePart?.Kind;

    [JsonInclude]
    [JsonPropertyName("entered_at")]
    internal InstantPart? EnteredPart { get; init; }

    [JsonInclude]
    [JsonPropertyName("stage")]
    internal RecruitingStage? StagePart { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts =>
        [("stage", StagePart), ("entered_at", EnteredPart)];

    /// <inheritdoc/>
    public override string ToString() => $"{Stage} {CellText.Format(EnteredAt?.DateTime)}".Trim();
}
