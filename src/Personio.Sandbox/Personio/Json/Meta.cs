namespace Personio.Sandbox.Json;

/// <summary>The metadata of a row.</summary>
internal sealed record Meta(Links Links);
