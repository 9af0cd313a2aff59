using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A department or a team.</summary>
[FlatMember("id")]
public sealed record OrgUnit : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits; unique among the org units of one type.</summary>
    [JsonPropertyName("id")]
    public string? OrgUnitId { get; init; }

    /// <summary>department or team.</summary>
    public string? Type { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The abbreviation; null where there is none.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>The description; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the org unit above; null at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>
    /// The org units above, in the order Personio sends them; empty where they were not asked for.
    /// </summary>
    [JsonIgnore]
    public ValueList<OrgUnit> ParentChain
    {
        get => field ??= new ValueList<OrgUnit>([.. Chain.OfType<OrgUnit>()]);
        init;
    }

    /// <summary>The address of the org unit within the API.</summary>
    public string? ResourceUri { get; init; }

    /// <summary>When the org unit was created.</summary>
    [JsonPropertyName("create_time")]
    public DateTimeOffset? CreatedAt { get; init; }

    // Departments and teams are numbered apart, so only both together name one.
    string? IIdentified.Identity => OrgUnitId is null ? null : $"{Type} {OrgUnitId}";

    [JsonInclude]
    [JsonPropertyName("parent_chain")]
    internal IReadOnlyList<OrgUnit?> Chain { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name ?? OrgUnitId ?? "";
}
