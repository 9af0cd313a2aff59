using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A project member as the API returns it.</summary>
internal sealed record MemberResponse(Reference Person);
