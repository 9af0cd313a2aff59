namespace Personio.Sandbox.PingOne.Api;

/// <summary>The scope of an admin role.</summary>
internal sealed record RoleScope(string Id, string Type);
