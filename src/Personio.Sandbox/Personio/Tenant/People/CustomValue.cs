using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>The value of one custom attribute of a person.</summary>
internal sealed record CustomValue(
    string Id,
    string Type,
    string GlobalId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object? Value);
