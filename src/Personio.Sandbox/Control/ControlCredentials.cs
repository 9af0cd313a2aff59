namespace Personio.Sandbox;

/// <summary>What a client needs to log in.</summary>
internal sealed record ControlCredentials(string BaseUri, string ClientId, string ClientSecret);
