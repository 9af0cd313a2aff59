namespace Personio.Sandbox.PingOne.Api;

/// <summary>What an admin role is for.</summary>
internal sealed record RoleScope(string Id, string Type);
