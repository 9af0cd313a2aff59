using System.Text.Json.Serialization;

namespace Personio.Sandbox.Tenant;

/// <summary>Where the picture of a person is; null where there is none.</summary>
internal sealed record Picture([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Url);
