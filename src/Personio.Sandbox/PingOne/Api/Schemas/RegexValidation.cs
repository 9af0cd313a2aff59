namespace Personio.Sandbox.PingOne.Api;

/// <summary>The pattern that values of an attribute must match, and its description for users.</summary>
internal sealed record RegexValidation(string Pattern, string Requirements);
