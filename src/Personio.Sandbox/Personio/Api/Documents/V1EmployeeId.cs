namespace Personio.Sandbox.Api;

/// <summary>The owner of a document in v1.</summary>
internal sealed record V1EmployeeId(long Id);
