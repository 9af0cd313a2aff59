using System.Net;

namespace Personio.Rest.Auth;

/// <summary>
/// The token endpoint did not issue a token. Carries its answer unread, secrets included, so it may only reach the code
/// that extracts the error text.
/// </summary>
internal sealed class TokenRequestException(HttpStatusCode status, string body) : Exception("No token was given.")
{
    internal HttpStatusCode Status => status;

    // Not public: some shells show the public properties of every inner exception.
    internal string Body => body;
}
