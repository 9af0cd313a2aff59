namespace Personio.Client;

/// <summary>What stands for a person on other objects.</summary>
/// <param name="DisplayName">The name for humans; null where it may not be read.</param>
/// <param name="Email">The e-mail address; null where there is none or it may not be read.</param>
public sealed record PersonName(string? DisplayName, string? Email);
