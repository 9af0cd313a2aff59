namespace Personio.Client;

/// <summary>The name and e-mail address that represent a person on other objects.</summary>
/// <param name="DisplayName">The display name; null if it does not exist or may not be read.</param>
/// <param name="Email">The e-mail address; null if it does not exist or may not be read.</param>
public sealed record PersonName(string? DisplayName, string? Email);
