using System.Net;

namespace Personio.Client.Auth;

/// <summary>The token endpoint gave no token. Carries its answer unread: what the words mean is for others to say.</summary>
internal sealed class TokenRequestException(HttpStatusCode status, string body) : Exception("No token was given.")
{
    internal HttpStatusCode Status => status;

    // Not public: what shows an exception with all its properties must not show this.
    internal string Body => body;
}
