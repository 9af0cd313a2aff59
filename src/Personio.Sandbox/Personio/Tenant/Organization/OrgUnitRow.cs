using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A department or a team.</summary>
internal sealed class OrgUnitRow : Row
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public string? Abbreviation { get; init; }

    public string? Description { get; init; }

    public string ResourceUri => $"/v2/org-units/{Id}?type={Type}";

    [JsonPropertyName("create_time")]
    public DateTimeOffset CreatedAt { get; init; }

    public string? ParentId => Parent?.Id;

    /// <summary>The parents, nearest first, if requested.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object[]? ParentChain { get; private set; }

    internal OrgUnitRow? Parent { get; init; }

    /// <summary>A copy of the unit with its parents; lists only include their IDs.</summary>
    public OrgUnitRow WithParents(bool idsOnly)
    {
        var parents = new List<object>();
        for (OrgUnitRow? unit = Parent; unit is not null; unit = unit.Parent)
        {
            parents.Add(idsOnly ? new Reference(unit.Id) : unit);
        }

        OrgUnitRow copy = Copy<OrgUnitRow>();
        copy.ParentChain = [.. parents];
        return copy;
    }
}
