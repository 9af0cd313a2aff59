using System.Net;
using System.Net.Http.Headers;
using Personio.Client.Auth;

namespace Personio.Client.Http;

/// <summary>
/// Puts the session's token on each request. A 401 is answered once with a new token; when there is none, the 401
/// stands.
/// </summary>
/// <remarks>A request that got a 401 was not carried out, so changes too are safe to send with the new token.</remarks>
internal sealed class BearerTokenHandler(HttpMessageHandler inner, TokenSource tokens, Uri origin)
    : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The last line of defence: whatever asked for it, the token goes to this origin or nowhere.
        if (Uri.Compare(
            request.RequestUri, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped,
            StringComparison.Ordinal) != 0)
        {
            throw new InvalidOperationException($"The token is not sent to {request.RequestUri?.Authority}.");
        }

        AccessToken token = await tokens.GetAsync(request.Options, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        AccessToken renewed;
        try
        {
            renewed = await tokens.RenewAsync(token.Value, request.Options, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }

        if (renewed.Value == token.Value)
        {
            return response;
        }

        response.Dispose();
        CallContext.Of(request).Log.Verbose("The token was no longer accepted; going on with a new one.");
        return await SendWithAsync(renewed, request, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendWithAsync(
        AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
