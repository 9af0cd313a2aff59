using System.Text.Json.Serialization;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Whether a user can sign in.</summary>
internal sealed record EnabledResponse([property: JsonPropertyName("_links")] HalLinks Links, bool Enabled);
