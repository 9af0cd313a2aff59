using System.Security.Cryptography;
using System.Text;

namespace Personio.Rest.Auth;

/// <summary>Sends a request, retrying if that is safe.</summary>
internal delegate Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);

/// <summary>
/// Holds the one token of a session. A caller whose token was rejected passes the rejected text, so that ten callers
/// rejected together cause one renewal.
/// </summary>
/// <param name="grant">How to request a token.</param>
/// <param name="send">Sends a request with all retries.</param>
/// <param name="time">The clock.</param>
/// <param name="sendOnce">Sends a request without retries, for renewals that can wait; null to use <paramref
/// name="send"/>.</param>
/// <param name="received">Receives each token before anyone can use it.</param>
internal sealed class TokenSource(
    ClientCredentialsGrant grant, SendAsync send, TimeProvider time, SendAsync? sendOnce = null,
    SecretListener? received = null) : IDisposable
{
    // How long to wait after a failed early renewal before trying another.
    private static readonly TimeSpan s_renewalRetryDelay = TimeSpan.FromSeconds(10);

    // How long a token that the service has just confirmed is trusted although an endpoint rejects it. Shorter if that
    // endpoint has accepted a token before, which shows that the client has the right.
    private static readonly TimeSpan s_confirmationTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_shortConfirmationTime = TimeSpan.FromSeconds(2);

    // Never disposed: callers that are being canceled while they wait on it would then wait forever.
    private readonly SemaphoreSlim _renewalLock = new(1, 1);
    private AccessToken? _current;
    private long? _failedAt;
    private bool _isStable;
    private volatile bool _isDisposed;

    /// <summary>The current token, valid or not; null before the first and after <see cref="Forget"/>.</summary>
    public AccessToken? Current => Volatile.Read(ref _current);

    /// <summary>Returns the current token, or a new one if it is about to expire.</summary>
    /// <param name="options">The caller's request options, passed on so that its log reports waits.</param>
    /// <param name="cancellationToken">Ends the wait for this caller only.</param>
    /// <exception cref="TokenRequestException">The service refused.</exception>
    public ValueTask<AccessToken> GetAsync(HttpRequestOptions options, CancellationToken cancellationToken) =>
        Current is { } token && !token.IsDue(time)
            ? new ValueTask<AccessToken>(token)
            : new ValueTask<AccessToken>(ObtainAsync(null, options, cancellationToken));

    /// <summary>
    /// Returns a token other than the rejected one, or the rejected one if the service has confirmed it.
    /// </summary>
    /// <param name="rejected">The text that was rejected.</param>
    /// <param name="options">The caller's request options.</param>
    /// <param name="cancellationToken">Ends the wait for this caller only.</param>
    /// <param name="isConfirmationTrusted">Whether a missing right could also explain the rejection.</param>
    /// <exception cref="TokenRequestException">The service refused.</exception>
    public Task<AccessToken> RenewAsync(
        string rejected,
        HttpRequestOptions options,
        CancellationToken cancellationToken,
        bool isConfirmationTrusted = true) =>
        ObtainAsync(
            rejected, options, cancellationToken, isConfirmationTrusted ? s_confirmationTime : s_shortConfirmationTime);

    /// <summary>Requests a new token and uses it before anyone else can.</summary>
    /// <exception cref="TokenRequestException">The service refused.</exception>
    public async Task<HttpResponseMessage> SendWithNewTokenAsync(
        HttpRequestOptions options, Func<AccessToken, Task<HttpResponseMessage>> use,
        CancellationToken cancellationToken)
    {
        await _renewalLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            AccessToken fresh = await RequestAsync(send, options, cancellationToken).ConfigureAwait(false);
            try
            {
                return await use(fresh).ConfigureAwait(false);
            }
            finally
            {
                Keep(fresh);
            }
        }
        finally
        {
            _renewalLock.Release();
        }
    }

    /// <summary>Drops the token; the next call requests a new one.</summary>
    public void Forget() => Volatile.Write(ref _current, null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        Forget();
    }

    private async Task<AccessToken> ObtainAsync(
        string? rejected, HttpRequestOptions options, CancellationToken cancellationToken,
        TimeSpan? confirmation = null)
    {
        // While the old token is valid, nobody waits for an early renewal that another caller started.
        if (IsEarly(rejected, out AccessToken? old))
        {
            if (!await _renewalLock.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
            {
                return old!;
            }
        }
        else
        {
            await _renewalLock.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            if (Current is { } held && IsGoodEnough(held, rejected, confirmation ?? s_confirmationTime))
            {
                return held;
            }

            if (IsEarly(rejected, out old))
            {
                return await TryRenewEarlyAsync(old!, options, cancellationToken).ConfigureAwait(false);
            }

            return Keep(await RequestAsync(send, options, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _renewalLock.Release();
        }
    }

    private bool IsGoodEnough(AccessToken held, string? rejected, TimeSpan confirmation) =>
        held.Value == rejected
            ? held.IsRepeated && time.GetElapsedTime(held.ReceivedAt) < confirmation && !held.MayHaveExpired(time)
            : !held.IsDue(time);

    // An early renewal that fails costs nothing while the old token is valid, so an occasional single try is enough.
    private async Task<AccessToken> TryRenewEarlyAsync(
        AccessToken old, HttpRequestOptions options, CancellationToken cancellationToken)
    {
        if (_failedAt is { } at && time.GetElapsedTime(at) < s_renewalRetryDelay)
        {
            return old;
        }

        try
        {
            return Keep(await RequestAsync(sendOnce ?? send, options, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _failedAt = time.GetTimestamp();
        }

        // The old token may have expired during the request.
        return old.IsExpired(time)
            ? Keep(await RequestAsync(send, options, cancellationToken).ConfigureAwait(false))
            : old;
    }

    private bool IsEarly(string? rejected, out AccessToken? held)
    {
        held = Current;
        return rejected is null && held is not null && !held.IsExpired(time);
    }

    private AccessToken Keep(AccessToken token)
    {
        bool isRepeated = token.Value == Current?.Value;
        _isStable |= isRepeated;
        token = token with { IsRepeated = isRepeated, IsStable = _isStable };
        _failedAt = null;
        // A full fence before _isDisposed is read: the session may have ended while this token was on its way.
        Interlocked.Exchange(ref _current, token);
        if (_isDisposed)
        {
            Forget();
        }

        return token;
    }

    private async Task<AccessToken> RequestAsync(
        SendAsync sendAsync, HttpRequestOptions options, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = grant.CreateRequest();
        foreach ((string name, object? value) in options)
        {
            request.Options.Set(new HttpRequestOptionsKey<object?>(name), value);
        }

        using HttpResponseMessage response = await sendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] body = response.Content is BufferedContent answer
            ? answer.Bytes
            : await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                // JSON is UTF-8, regardless of the charset in the header.
                throw new TokenRequestException(response.StatusCode, Encoding.UTF8.GetString(body).TrimStart('\uFEFF'));
            }

            // An unreadable success may still contain a token, so its text is not passed on.
            return TokenResponse.Read(body, time, received)
                ?? throw new TokenRequestException(response.StatusCode, TokenResponse.IsPage(body) ? "<html>" : "");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }
}
