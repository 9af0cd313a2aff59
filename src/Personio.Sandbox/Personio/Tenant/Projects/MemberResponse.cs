using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A member of a project as the API sends it.</summary>
internal sealed record MemberResponse(Reference Person);
