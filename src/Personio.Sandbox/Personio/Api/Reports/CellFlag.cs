namespace Personio.Sandbox.Api;

/// <summary>A yes or a no in a report.</summary>
internal sealed record CellFlag(bool Value);
