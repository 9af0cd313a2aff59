using System.Net;

namespace Personio.Rest.Auth;

/// <summary>
/// The token endpoint did not issue a token. Carries its answer unread and with all that is secret in it: it goes to nobody but
/// whoever takes the words out of it.
/// </summary>
internal sealed class TokenRequestException(HttpStatusCode status, string body) : Exception("No token was given.")
{
    internal HttpStatusCode Status => status;

    // Not public: some shells show the public properties of every inner exception.
    internal string Body => body;
}
