using Personio.Client;

namespace Personio;

/// <summary>The Personio sessions of this runspace.</summary>
internal static class CurrentSession
{
    /// <inheritdoc cref="SessionTable{TSession}.InRunspace"/>
    public static SessionTable<PersonioSession> InRunspace => SessionTable<PersonioSession>.InRunspace;
}
