using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>A group of a user: DIRECT, or INDIRECT by the filter of the group.</summary>
internal sealed record MembershipResponse(
    [property: JsonPropertyName("_links")] HalLinks Links, string Id, Reference Environment, string Name, string Type);
