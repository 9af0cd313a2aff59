namespace Personio.Sandbox;

/// <summary>What a client needs to sign in.</summary>
internal sealed record ControlCredentials(string BaseUri, string ClientId, string ClientSecret);
