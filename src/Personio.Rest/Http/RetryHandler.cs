using System.Net;
using System.Security.Authentication;

namespace Personio.Rest.Http;

/// <summary>
/// Retries requests that are safe to send again. Reads and deletions: 408, 429, 500, 502, 503, 504, broken connections,
/// incomplete bodies, timeouts. Changes: only a 429, or a connection that was never established, because then nothing
/// was applied. Nor was anything applied if the token was rejected: with a new token every request is sent again.
/// </summary>
internal sealed class RetryHandler(
    HttpMessageHandler inner, int maxRetry, TimeProvider time, Func<double> dice, BucketHeaders? bucket = null,
    Func<HttpResponseMessage, bool>? isGatewayMiss = null)
    : DelegatingHandler(inner)
{
    // Enough for a brief network failure.
    private const int FirstContactRetries = 2;

    // Waits stop growing here while others are served: longer ones would only leave the bucket to a greedy neighbor.
    private const int MaxContendedAttempt = 3;

    /// <summary>
    /// Whether the connection was never established, so that the server cannot have seen the request.
    /// </summary>
    public static bool WasNeverSent(Exception fault) => fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
    };

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext context = CallContext.From(request);
        for (int attempt = 0; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (context.HasNewToken && context.TokenChanges < BearerTokenHandler.MaxTokenChanges)
                {
                    context.TokenChanges++;
                    context.HasNewToken = false;
                    context.Log.Verbose("The token was no longer accepted; going on with a new one.");
                    response.Dispose();
                    attempt--;
                    continue;
                }

                context.HasNewToken = false;
                context.TokenChanges = 0;
                bool isContended = IsContended(context, response);
                delay = RetryDelay.Compute(
                    response.StatusCode, response.Headers,
                    isContended ? Math.Min(attempt, MaxContendedAttempt) : attempt,
                    time.GetUtcNow(), dice(), bucket);
                bool isMiss = isGatewayMiss?.Invoke(response) == true;
                if ((attempt == maxRetry && !isContended) || context.Waited + delay > RetryDelay.MaxDelay
                    || !(isMiss ? MayRetryMiss(context, attempt) : MayRetry(context, response.StatusCode)))
                {
                    return response;
                }

                // A gateway that finds no endpoint forwards nothing.
                context.MayHaveBeenApplied |= !isMiss && response.StatusCode != HttpStatusCode.TooManyRequests;
                LogRetry(context, $"answered {(int)response.StatusCode}", attempt, delay);
                response.Dispose();
                attempt -= isContended && attempt == maxRetry ? 1 : 0;
            }
            catch (Exception fault) when (attempt < maxRetry && MayRetry(context, fault, attempt))
            {
                context.HasNewToken = false;
                context.TokenChanges = 0;
                context.MayHaveBeenApplied |= !WasNeverSent(fault);
                delay = RetryDelay.Compute(null, null, attempt, time.GetUtcNow(), dice());
                if (context.Waited + delay > RetryDelay.MaxDelay)
                {
                    throw;
                }

                string what = fault is TimeoutException ? "gave no answer in time" : "lost its connection";
                LogRetry(context, what, attempt, delay);
            }

            context.Waited += delay;
            await Task.Delay(delay, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // If the bucket serves other requests meanwhile, this one is only late, and its turn comes within the longest wait.
    // A server that refuses everything is given up after the usual number of tries.
    private bool IsContended(CallContext context, HttpResponseMessage response) =>
        maxRetry > 0 && response.StatusCode == HttpStatusCode.TooManyRequests && context.IsBucketServing;

    // An endpoint that answered before will be back soon. One that never answered may not exist, which a second try
    // finds out quickly.
    private static bool MayRetryMiss(CallContext context, int attempt) =>
        context.IsRetryable && (context.HasAnsweredBefore || attempt == 0);

    private static bool MayRetry(CallContext context, HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => context.IsRetryable,
        _ => false,
    };

    private static bool MayRetry(CallContext context, Exception fault, int attempt) => fault switch
    {
        // A bad certificate does not improve with retries.
        HttpRequestException { InnerException: AuthenticationException } => false,
        HttpRequestException http when WasNeverSent(http) => !context.IsFirstContact || attempt < FirstContactRetries,
        HttpRequestException => context.IsRetryable,
        TimeoutException => context.IsRetryable,
        _ => false,
    };

    private void LogRetry(CallContext context, string what, int attempt, TimeSpan delay) =>
        context.Log.LogWait($"{context.Describe()} {what}, try {attempt + 1} of {maxRetry + 1}", delay);
}
