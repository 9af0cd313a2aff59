using System.Net;

namespace Personio.Rest.Auth;

/// <summary>
/// The token endpoint gave no token. Carries its answer unread: what the words mean is for others to say.
/// </summary>
internal sealed class TokenRequestException(HttpStatusCode status, string body) : Exception("No token was given.")
{
    internal HttpStatusCode Status => status;

    // Not public: some shells show the public properties of every inner exception.
    internal string Body => body;
}
