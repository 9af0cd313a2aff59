using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>A person in the team that hires for a job.</summary>
internal sealed record HiringTeamMember(Reference Person, HiringRole Role);
