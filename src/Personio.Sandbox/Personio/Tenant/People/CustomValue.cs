using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>One custom attribute of one person.</summary>
internal sealed record CustomValue(
    string Id,
    string Type,
    string GlobalId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object? Value);
