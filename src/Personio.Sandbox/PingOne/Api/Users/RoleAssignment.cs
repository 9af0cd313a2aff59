using Personio.Sandbox.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>An admin role that a user holds.</summary>
internal sealed record RoleAssignment(string Id, NamedReference Role, RoleScope Scope, bool ReadOnly);
