namespace Personio.Sandbox.Tenant;

/// <summary>A step on the way of an application; those that every company has carry no id and no name.</summary>
internal sealed record Stage(string? Id, string Kind, string? Name, string Type);
