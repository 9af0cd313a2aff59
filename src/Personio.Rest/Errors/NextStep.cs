namespace Personio.Rest;

/// <summary>What the user has to do after an error. The caller words it, because it knows its own commands.</summary>
public enum NextStep
{
    /// <summary>The message says everything.</summary>
    None,

    /// <summary>Open a new session.</summary>
    Reconnect,

    /// <summary>Find out whether the change was applied before sending it again.</summary>
    InspectFirst,

    /// <summary>Connect with other scopes, or without naming any.</summary>
    RequestOtherScopes,

    /// <summary>Pass the client ID and secret as a credential, not in an address.</summary>
    PassCredential,

    /// <summary>Read the texts again in the encoding they were written in.</summary>
    DecodeAgain,

    /// <summary>Authenticate the client at the token endpoint by the other method.</summary>
    ChangeClientAuthentication,

    /// <summary>Specify the environment of the client separately if it differs from the managed one.</summary>
    CheckEnvironment,
}
