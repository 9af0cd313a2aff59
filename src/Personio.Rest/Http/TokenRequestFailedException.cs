namespace Personio.Rest.Http;

/// <summary>
/// The token endpoint did not answer. The request that needs the token was not sent, and all tries for the token are
/// used up, so the request is not retried either.
/// </summary>
internal sealed class TokenRequestFailedException(Exception inner) : Exception(inner.Message, inner);
