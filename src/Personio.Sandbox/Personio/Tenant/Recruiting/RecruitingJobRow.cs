using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A job in recruiting; without a department or category, the member is omitted.</summary>
internal sealed class RecruitingJobRow : Row
{
    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedReference? Department { get; init; }

    [JsonPropertyName("category"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NamedReference? CategoryReference => Category is null ? null : new(Category.Id, Category.Name);

    public required HiringTeamMember[] HiringTeam { get; init; }

    [JsonConverter(typeof(ZonedMomentConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(ZonedMomentConverter))]
    public DateTimeOffset UpdatedAt { get; init; }

    internal RecruitingCategoryRow? Category { get; init; }
}
