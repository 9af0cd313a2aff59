using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A member of the hiring team of a job.</summary>
internal sealed record HiringTeamMember(Reference Person, HiringRole Role);
