using Personio.Client;

namespace Personio;

/// <summary>The Personio sessions of this runspace.</summary>
internal static class CurrentSession
{
    /// <inheritdoc cref="SessionTable{TSession}.Here"/>
    public static SessionTable<PersonioSession> Here => SessionTable<PersonioSession>.Here;
}
