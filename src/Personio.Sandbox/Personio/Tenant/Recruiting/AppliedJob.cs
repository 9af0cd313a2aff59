using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>The job as included in an application.</summary>
internal sealed record AppliedJob(
    string Id,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedReference? Department,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedReference? Category);
