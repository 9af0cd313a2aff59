namespace Personio.Sandbox.Api;

/// <summary>What a document in v1 tells of its owner.</summary>
internal sealed record V1EmployeeId(long Id);
