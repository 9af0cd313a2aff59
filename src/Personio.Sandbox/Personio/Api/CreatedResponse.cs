using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>What was created, and where it is.</summary>
internal sealed record CreatedResponse(string Id, [property: JsonPropertyName("_meta")] Meta Meta);
