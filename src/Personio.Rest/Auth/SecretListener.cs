namespace Personio.Rest.Auth;

/// <summary>Receives a secret, and must keep no copy of it.</summary>
internal delegate void SecretListener(ReadOnlySpan<char> secret);
