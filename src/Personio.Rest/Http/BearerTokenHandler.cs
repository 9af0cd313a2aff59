using System.Net;
using System.Text;
using Personio.Rest.Auth;

namespace Personio.Rest.Http;

/// <summary>
/// Adds the session's token to each request and renews it if it is rejected. The 401 is returned as is: the handlers
/// that pace and retry decide whether to send the request again.
/// </summary>
/// <param name="inner">The handler that sends the request.</param>
/// <param name="tokens">The tokens of the session.</param>
/// <param name="origin">The only origin that may receive a token.</param>
/// <param name="rejects">Whether the body of a 403 to a path says that the token is invalid; null if the service
/// reports that with a 401.</param>
internal sealed class BearerTokenHandler(
    HttpMessageHandler inner, TokenSource tokens, Uri origin, Func<string, string, bool>? rejects = null)
    : DelegatingHandler(inner)
{
    /// <summary>
    /// How often in a row a request is sent again with another token. Other requests may use up a token while this one
    /// is on its way with it. The last token is used by nobody else first, so if it is rejected too, a right is
    /// missing.
    /// </summary>
    public const int MaxTokenChanges = 2;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The last line of defense: no matter who requested it, the token goes to this origin or nowhere.
        if (Uri.Compare(
            request.RequestUri, origin, UriComponents.SchemeAndServer, UriFormat.UriEscaped,
            StringComparison.Ordinal) != 0)
        {
            throw new InvalidOperationException($"The token is not sent to {request.RequestUri?.Authority}.");
        }

        CallContext context = CallContext.From(request);
        if (context.TokenChanges == MaxTokenChanges)
        {
            return await tokens.SendWithNewTokenAsync(
                request.Options, token => SendWithAsync(token, request, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }

        AccessToken token = await tokens.GetAsync(request.Options, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = await SendWithAsync(token, request, cancellationToken).ConfigureAwait(false);
        if (!IsRejected(request, response))
        {
            return response;
        }

        // The new token was rejected as well. Other requests may have used it up, so the last one is requested only
        // when it is used.
        if (context.TokenChanges == MaxTokenChanges - 1)
        {
            context.HasNewToken = true;
            return response;
        }

        try
        {
            AccessToken renewed = await tokens.RenewAsync(
                token.Value, request.Options, cancellationToken, isConfirmationTrusted: !context.HasAnsweredBefore)
                .ConfigureAwait(false);
            context.HasNewToken = renewed.Value != token.Value;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // JSON is UTF-8, regardless of the charset in the header.
    private bool IsRejected(HttpRequestMessage request, HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Unauthorized
        || (response.StatusCode == HttpStatusCode.Forbidden && rejects is not null
            && rejects(request.RequestUri!.AbsolutePath, Encoding.UTF8.GetString(BufferedContent.BytesOf(response))));

    private Task<HttpResponseMessage> SendWithAsync(
        AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("Authorization");
        // Without validation: the typed header would create a new string for each request.
        request.Headers.TryAddWithoutValidation("Authorization", token.Header);
        return base.SendAsync(request, cancellationToken);
    }
}
