namespace Personio.Sandbox.PingOne.Api;

/// <summary>How many members a group has.</summary>
internal sealed record MemberCounts(int Users);
