namespace Personio.Rest.Http;

/// <summary>
/// The answer of the token endpoint did not come. The request that needs the token was not sent, and all tries for the
/// token are used up: it is not tried again either.
/// </summary>
internal sealed class TokenRequestFailedException(Exception inner) : Exception(inner.Message, inner);
