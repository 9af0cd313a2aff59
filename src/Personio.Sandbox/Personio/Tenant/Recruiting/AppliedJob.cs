using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>What an application tells of the job.</summary>
internal sealed record AppliedJob(
    string Id,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedReference? Department,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedReference? Category);
