using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A stage in the hiring process of an application.</summary>
[FlatMember("name", Number = "id")]
public sealed record RecruitingStage : ApiObject
{
    /// <summary>The id; null for stages that every company has.</summary>
    [JsonPropertyName("id")]
    public string? StageId { get; init; }

    /// <summary>The name; null for stages that every company has.</summary>
    public string? Name { get; init; }

    /// <summary>The type, for example unassigned or custom.</summary>
    public string? Type { get; init; }

    /// <summary>The kind, for example SYSTEM or CUSTOM.</summary>
    public string? Kind { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? Type ?? StageId ?? "";
}
