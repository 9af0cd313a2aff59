namespace Personio.Rest.Auth;

/// <summary>How a client authenticates at the token endpoint (RFC 6749, section 2.3.1).</summary>
internal enum ClientAuthentication
{
    /// <summary>The client ID and secret are fields of the form.</summary>
    FormPost,

    /// <summary>The client ID and secret are in the header <c>Authorization: Basic</c>.</summary>
    HttpBasic,
}
