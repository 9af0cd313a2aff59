namespace Personio.Client;

/// <summary>The name and email address that represent a person on other objects.</summary>
/// <param name="DisplayName">The display name; null if it does not exist or may not be read.</param>
/// <param name="Email">The email address; null if it does not exist or may not be read.</param>
public sealed record PersonName(string? DisplayName, string? Email);
