using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>The ID of a created object and a link to it.</summary>
internal sealed record CreatedResponse(string Id, [property: JsonPropertyName("_meta")] Meta Meta);
