namespace Personio.Sandbox.Api;

/// <summary>A Boolean in a report.</summary>
internal sealed record CellFlag(bool Value);
