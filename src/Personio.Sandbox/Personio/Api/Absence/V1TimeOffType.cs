namespace Personio.Sandbox.Api;

/// <summary>The attributes of an absence type in v1.</summary>
internal sealed record V1TimeOffType(
    int Id, string Name, string? Category, string Unit, bool ApprovalRequired, string IdV2);
