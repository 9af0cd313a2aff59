using System.Net;
using System.Net.Http.Headers;
using Personio.Rest.Auth;

namespace Personio.Rest.Http;

/// <summary>
/// Puts the session's token on each request, and gets a new one where it is rejected. The 401 is passed on: whether the
/// request is sent once more is for who paces and repeats.
/// </summary>
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
        CallContext context = CallContext.Of(request);
        if (response.StatusCode != HttpStatusCode.Unauthorized || context.HasNewToken)
        {
            return response;
        }

        try
        {
            AccessToken renewed =
                await tokens.RenewAsync(token.Value, request.Options, cancellationToken).ConfigureAwait(false);
            context.HasNewToken = renewed.Value != token.Value;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private Task<HttpResponseMessage> SendWithAsync(
        AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
