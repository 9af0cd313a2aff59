using System.Security.Cryptography;
using System.Text;

namespace Personio.Rest.Auth;

/// <summary>Sends a request, trying again where that is safe.</summary>
internal delegate Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);

/// <summary>
/// Holds the one token of a session. Whoever finds it rejected names the rejected text, so that ten callers rejected
/// together cause one renewal.
/// </summary>
/// <param name="grant">How to ask.</param>
/// <param name="send">Sends with all tries.</param>
/// <param name="time">The clock.</param>
/// <param name="sendOnce">Sends with one try, for what can wait; null for the same.</param>
/// <param name="received">Hears of each token before anybody can use it.</param>
internal sealed class TokenSource(
    ClientCredentialsGrant grant, SendAsync send, TimeProvider time, SendAsync? sendOnce = null,
    SecretListener? received = null) : IDisposable
{
    // How long nobody asks early again after that failed.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    // How long the service's word that a token is right is believed although an endpoint rejects it; shorter where that
    // endpoint took a token before, so that the right is there.
    private static readonly TimeSpan s_confirmation = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_shortConfirmation = TimeSpan.FromSeconds(2);

    // Never disposed of: that would leave those who are just being canceled in it waiting forever.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private AccessToken? _current;
    private long? _failedAt;
    private bool _isStable;
    private volatile bool _isOver;

    /// <summary>The token held, valid or not; null before the first and after <see cref="Forget"/>.</summary>
    public AccessToken? Current => Volatile.Read(ref _current);

    /// <summary>The token, a new one when it is about to expire.</summary>
    /// <param name="options">The caller's request options, handed on so that its log hears of waits.</param>
    /// <param name="cancellationToken">Ends the wait for this caller alone.</param>
    /// <exception cref="TokenRequestException">The service refused.</exception>
    public ValueTask<AccessToken> GetAsync(HttpRequestOptions options, CancellationToken cancellationToken) =>
        Current is { } token && !token.IsDue(time)
            ? new ValueTask<AccessToken>(token)
            : new ValueTask<AccessToken>(ObtainAsync(null, options, cancellationToken));

    /// <summary>A token other than the rejected one; the rejected one again when the service stands by it.</summary>
    /// <param name="rejected">The text that was rejected.</param>
    /// <param name="options">The caller's request options.</param>
    /// <param name="cancellationToken">Ends the wait for this caller alone.</param>
    /// <param name="isBelieved">Whether a missing right explains the rejection as well.</param>
    /// <exception cref="TokenRequestException">The service refused.</exception>
    public Task<AccessToken> RenewAsync(
        string rejected, HttpRequestOptions options, CancellationToken cancellationToken, bool isBelieved = true) =>
        ObtainAsync(rejected, options, cancellationToken, isBelieved ? s_confirmation : s_shortConfirmation);

    /// <summary>Gets a new token and uses it before anybody else can.</summary>
    /// <exception cref="TokenRequestException">The service refused.</exception>
    public async Task<HttpResponseMessage> UseFirstAsync(
        HttpRequestOptions options, Func<AccessToken, Task<HttpResponseMessage>> use,
        CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
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
            _oneAtATime.Release();
        }
    }

    /// <summary>Drops the token; the next call asks for one.</summary>
    public void Forget() => Volatile.Write(ref _current, null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _isOver = true;
        Forget();
    }

    private async Task<AccessToken> ObtainAsync(
        string? rejected, HttpRequestOptions options, CancellationToken cancellationToken,
        TimeSpan? confirmation = null)
    {
        // As long as the old one serves, nobody waits for another's early renewal.
        if (IsEarly(rejected, out AccessToken? old))
        {
            if (!await _oneAtATime.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
            {
                return old!;
            }
        }
        else
        {
            await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            if (Current is { } held && IsGoodEnough(held, rejected, confirmation ?? s_confirmation))
            {
                return held;
            }

            if (IsEarly(rejected, out old))
            {
                return await EarlyAsync(old!, options, cancellationToken).ConfigureAwait(false);
            }

            return Keep(await RequestAsync(send, options, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private bool IsGoodEnough(AccessToken held, string? rejected, TimeSpan confirmation) =>
        held.Value == rejected
            ? held.IsRepeated && time.GetElapsedTime(held.ReceivedAt) < confirmation && !held.MayHaveEnded(time)
            : !held.IsDue(time);

    // An early renewal that fails costs nothing while the old token still lives: one try now and then is enough.
    private async Task<AccessToken> EarlyAsync(
        AccessToken old, HttpRequestOptions options, CancellationToken cancellationToken)
    {
        if (_failedAt is { } at && time.GetElapsedTime(at) < s_pause)
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

        // It may have ended while the answer was waited for.
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
        // Seen by all before the next look: it may have been on its way when the session ended.
        Interlocked.Exchange(ref _current, token);
        if (_isOver)
        {
            Forget();
        }

        return token;
    }

    private async Task<AccessToken> RequestAsync(
        SendAsync how, HttpRequestOptions options, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = grant.CreateRequest();
        foreach ((string name, object? value) in options)
        {
            request.Options.Set(new HttpRequestOptionsKey<object?>(name), value);
        }

        using HttpResponseMessage response = await how(request, cancellationToken).ConfigureAwait(false);
        byte[] body = response.Content is BufferedAnswer answer
            ? answer.Bytes
            : await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                // JSON is UTF-8, whatever charset the header names.
                throw new TokenRequestException(response.StatusCode, Encoding.UTF8.GetString(body).TrimStart('\uFEFF'));
            }

            // A success that cannot be read may hold a token all the same: its words are not passed on.
            return TokenAnswer.Read(body, time, received)
                ?? throw new TokenRequestException(response.StatusCode, TokenAnswer.IsPage(body) ? "<html>" : "");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }
}
