using System.Text.Json.Serialization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A transition as the API returns it.</summary>
internal sealed record TransitionResponse(
    [property: JsonConverter(typeof(ZonedMomentConverter))] DateTimeOffset EnteredAt, Stage Stage);
