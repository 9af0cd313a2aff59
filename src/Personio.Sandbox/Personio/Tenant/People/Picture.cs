using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>The URL of a person's picture; null without one.</summary>
internal sealed record Picture([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Url);
