namespace Personio.Rest.Auth;

/// <summary>Hears of a secret, and keeps no copy of it.</summary>
internal delegate void SecretListener(ReadOnlySpan<char> secret);
