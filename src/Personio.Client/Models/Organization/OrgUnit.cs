using System.Text.Json.Serialization;

namespace Personio.Models;

/// <summary>A department or a team.</summary>
[FlatMember("id")]
public sealed record OrgUnit : ApiObject, IIdentified
{
    /// <summary>The id, decimal digits; unique among org units of the same type.</summary>
    [JsonPropertyName("id")]
    public string? OrgUnitId { get; init; }

    /// <summary>department or team.</summary>
    public string? Type { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The abbreviation; null if there is none.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>The description; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the parent org unit; null at the top.</summary>
    public string? ParentId { get; init; }

    /// <summary>The parent org units, in the order sent by Personio; empty if not requested.</summary>
    [JsonIgnore]
    public ValueList<OrgUnit> ParentChain
    {
        get => field ??= new ValueList<OrgUnit>([.. Chain.OfType<OrgUnit>()]);
        init;
    }

    /// <summary>The URI of the org unit in the API.</summary>
    public string? ResourceUri { get; init; }

    /// <summary>When the org unit was created.</summary>
    [JsonPropertyName("create_time")]
    public DateTimeOffset? CreatedAt { get; init; }

    // Ids of departments and teams are independent, so the type is part of the identity.
    string? IIdentified.Identity => OrgUnitId is null ? null : $"{Type} {OrgUnitId}";

    [JsonInclude]
    [JsonPropertyName("parent_chain")]
    internal IReadOnlyList<OrgUnit?> Chain { get; init => field = value ?? []; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name ?? OrgUnitId ?? "";
}
