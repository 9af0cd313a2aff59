namespace Personio.Sandbox.Json;

/// <summary>What is said about a row.</summary>
internal sealed record Meta(Links Links);
