namespace Personio.Sandbox.PingOne.Api;

/// <summary>What values of an attribute have to match, and how that is told to people.</summary>
internal sealed record RegexValidation(string Pattern, string Requirements);
