namespace Personio.Sandbox.PingOne.Api;

/// <summary>The number of members of a group.</summary>
internal sealed record MemberCounts(int Users);
