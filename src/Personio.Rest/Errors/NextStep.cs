namespace Personio.Rest;

/// <summary>
/// What has to be done after an error, where that is done with the tool of whoever calls: it knows the words.
/// </summary>
public enum NextStep
{
    /// <summary>The message says all.</summary>
    None,

    /// <summary>Open a new session.</summary>
    Reconnect,

    /// <summary>Find out whether the change was carried out, before it is sent again.</summary>
    InspectFirst,

    /// <summary>Connect with other scopes, or with none named.</summary>
    RequestOtherScopes,

    /// <summary>Hand over client id and secret as a credential, not in an address.</summary>
    PassCredential,

    /// <summary>Read the texts again, in the encoding that they were written in.</summary>
    DecodeAgain,

    /// <summary>Prove the client at the token endpoint by the other method.</summary>
    ChangeClientAuthentication,

    /// <summary>Name the environment of the client apart from the one that is managed, if they differ.</summary>
    CheckEnvironment,
}
