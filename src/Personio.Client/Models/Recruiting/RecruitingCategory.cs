using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A category of job openings, with the stages of their applications.</summary>
public sealed record RecruitingCategory : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits.</summary>
    [JsonPropertyName("id")]
    public string? RecruitingCategoryId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The stages in order, for example <c>Screening; Interview</c>.</summary>
    [JsonIgnore]
    public ValueList<RecruitingStage> Stages =>
        field ??= new ValueList<RecruitingStage>([.. StageParts.OfType<RecruitingStage>()]);

    /// <summary>The id of the company; null if Personio does not send it.</summary>
    [JsonIgnore]
    public string? CompanyId => Company?.Id;

    string? IIdentified.Identity => RecruitingCategoryId;

    [JsonInclude]
    [JsonPropertyName("stages")]
    internal IReadOnlyList<RecruitingStage?> StageParts { get; init => field = value ?? []; } = [];

    [JsonInclude]
    internal Reference? Company { get; init; }

    private protected override IEnumerable<(string Name, ApiObject? Value)> Parts => [("company", Company)];

    /// <inheritdoc/>
    public override string ToString() => Name ?? RecruitingCategoryId ?? "";
}
