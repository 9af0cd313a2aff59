namespace Personio.Sandbox.Tenant;

/// <summary>A stage of an application; the stages that every company has carry no ID and no name.</summary>
internal sealed record Stage(string? Id, string Kind, string? Name, string Type);
