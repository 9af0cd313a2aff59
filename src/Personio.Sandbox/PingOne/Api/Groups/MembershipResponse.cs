using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>A user's group: DIRECT, or INDIRECT through the group's filter.</summary>
internal sealed record MembershipResponse(
    [property: JsonPropertyName("_links")] HalLinks Links, string Id, Reference Environment, string Name, string Type);
