using System.Net;
using System.Net.Http.Headers;
using Personio.Client.Auth;

namespace Personio.Client.Http;

/// <summary>
/// Puts the session's token on each request, and gets a new one where it is rejected. The 401 is passed on: whether the
/// request is sent once more is for who paces and repeats.
/// </summary>
internal sealed class BearerTokenHandler(HttpMessageHandler inner, TokenSource tokens, Uri origin)
    : DelegatingHandler(inner)
{
    /// <summary>Whether these are the words in which v1 rejects a token.</summary>
    public static bool SaysInvalid(string? words) =>
        words?.Contains("Provided authorization is not valid", StringComparison.OrdinalIgnoreCase) == true;

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
        if (context.HasNewToken || !await IsRejectedAsync(request, response, cancellationToken).ConfigureAwait(false))
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

    // Version 1 says 403 of a token that is not valid, and of a missing right as well: its words tell which. They are
    // in memory already.
    private static async ValueTask<bool> IsRejectedAsync(
        HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => true,
            HttpStatusCode.Forbidden
                when request.RequestUri!.AbsolutePath.StartsWith("/v1/", StringComparison.Ordinal) =>
                SaysInvalid(await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false)),
            _ => false,
        };

    private Task<HttpResponseMessage> SendWithAsync(
        AccessToken token, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
