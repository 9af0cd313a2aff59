using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Personio.Rest.Auth;
using Personio.Rest.Http;

namespace Personio.Rest;

/// <summary>
/// The HTTP pipeline of one session: retry, rate limiter, token, one attempt, socket. Returns responses as bytes, and
/// every failure as a <see cref="PersonioException"/>.
/// </summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly TransportOptions _options;
    private readonly ServiceDescription _service;
    private readonly HttpRequestFactory _messages;
    private readonly TimeoutHandler _timeout;
    private readonly HttpMessageInvoker _calls;
    private readonly HttpMessageInvoker _tokenCalls;
    private readonly HttpMessageInvoker _tokenAttempts;
    private readonly ClientCredentialsGrant? _grant;
    private readonly TokenSource? _tokens;
    private readonly ExchangeFaults _faults;

    // The endpoints that have answered a request of this session.
    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.Ordinal);

    // Never disposed: late callers must still be told that the session is over.
    private readonly CancellationTokenSource _closing = new();

    public ApiTransport(TransportOptions options)
    {
        _options = options;
        _service = options.Service;
        _messages = new HttpRequestFactory(_options);
        _faults = new ExchangeFaults(_options, Redactor);
        // Only the grant holds the secret, and clears it when the session ends.
        _grant = options.Grant;
        _grant?.ReportSecrets(Redactor.Learn);
        _timeout = new TimeoutHandler(
            options.Network ?? HttpHandlerFactory.Create(options.BaseUri), options.Timeout, options.Time);
        _tokenCalls = new HttpMessageInvoker(
            new RetryHandler(_timeout, options.MaxRetry, options.Time, options.Dice, _service.Bucket),
            disposeHandler: false);
        _tokenAttempts = new HttpMessageInvoker(_timeout, disposeHandler: false);
        _tokens = _grant is null ? null : new TokenSource(
            _grant,
            (message, token) => RequestTokenAsync(_tokenCalls, message, token),
            options.Time,
            (message, token) => RequestTokenAsync(_tokenAttempts, message, token),
            Redactor.Learn);
        HttpMessageHandler sender = _tokens is null
            ? _timeout
            : new BearerTokenHandler(_timeout, _tokens, options.BaseUri, _service.RejectsToken);
        var gate = new RateLimitHandler(sender, options.Time, _service.Pacing, _service.Bucket);
        _calls = new HttpMessageInvoker(
            new RetryHandler(
                gate, options.MaxRetry, options.Time, options.Dice, _service.Bucket, _faults.IsGatewayMiss));
    }

    /// <summary>The tokens of the session.</summary>
    /// <exception cref="InvalidOperationException">A public API is used without tokens.</exception>
    public TokenSource Tokens => _tokens ?? throw new InvalidOperationException($"{BaseUri} is asked without a token.");

    /// <summary>Removes this session's secrets from everything shown.</summary>
    public Redactor Redactor { get; } = new();

    /// <summary>The origin of the API.</summary>
    public Uri BaseUri => _options.BaseUri;

    /// <summary>When the service last answered, by its own clock; null if it never sent a date.</summary>
    public DateTimeOffset? ServerTime => _timeout.ServerTime;

    /// <summary>Requests the token, so that a wrong credential fails immediately.</summary>
    /// <exception cref="PersonioException">No token was issued.</exception>
    public async Task ConnectAsync(IActivityLog log, CancellationToken cancellationToken)
    {
        ApiRequest request = _service.TokenEndpoint.For();
        using var carrier = new HttpRequestMessage();
        new CallContext(null, IsRetryable: true, log, () => Describe(request)) { IsFirstContact = true }
            .AttachTo(carrier);
        using CancellationTokenSource either = UntilClosed(cancellationToken);
        try
        {
            await Tokens.GetAsync(carrier.Options, either.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (_faults.Translate(request, carrier, fault, cancellationToken) is { } known)
        {
            throw known;
        }
    }

    /// <summary>Revokes the token; every program that uses it is logged out.</summary>
    /// <exception cref="PersonioException">The token could not be revoked.</exception>
    public async Task RevokeAsync(IActivityLog log, CancellationToken cancellationToken)
    {
        if (Tokens.Current is not { } token || _service.RevocationEndpoint is not { } endpoint)
        {
            return;
        }

        ApiRequest request = endpoint.For();
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.BaseUri, request.Path));
        message.Headers.TryAddWithoutValidation("Authorization", token.Header);
        message.Content = SecretForm.From([], "token", token.Value);
        // Revoking twice has the same result as revoking once.
        new CallContext(null, IsRetryable: true, log, () => Describe(request)).AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_tokenCalls, request, message, log, cancellationToken).ConfigureAwait(false);
        Tokens.Forget();
    }

    /// <summary>Sends a request and returns its successful response with the body in memory.</summary>
    /// <exception cref="PersonioException">Any other outcome.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, IActivityLog log, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = _messages.Create(request);
        foreach (string secret in _messages.SecretsIn(request))
        {
            Redactor.Learn(secret);
        }

        ContextOf(request, log).AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_calls, request, message, log, cancellationToken).ConfigureAwait(false);
        byte[] body = BufferedContent.BytesOf(response);
        if (FileCheck.IsPage(response.Content.Headers.ContentType?.MediaType, body))
        {
            throw ResponseErrors.Unexpected(request, response.StatusCode, null, "a web page came, as from a proxy");
        }

        // The 404 to a repeated deletion also counts as done, and its body is an error.
        return response.IsSuccessStatusCode && _service.HidesFailure(body)
            ? throw _faults.Hidden(request, response)
            : new ApiResponse(response.StatusCode, body, response.Content.Headers.ContentType?.MediaType)
            {
                Redactor = Redactor,
            };
    }

    /// <summary>Sends a request and writes the body of its response to a stream, from its start.</summary>
    /// <exception cref="PersonioException">The request failed, the response broke off, or it could not be
    /// written.</exception>
    public async Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, IActivityLog log, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = _messages.Create(request);
        (ContextOf(request, log) with { Target = target }).AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_calls, request, message, log, cancellationToken).ConfigureAwait(false);
        return new FileDownload(
            FileNameHeader.Read(response.Content.Headers), target.Length,
            response.Content.Headers.ContentType?.MediaType);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _faults.IsSessionOver = true;
        // Everyone who still waits, for a token, a turn or a response, is notified immediately.
        _closing.Cancel();
        _tokens?.Dispose();
        _grant?.Forget();
        _tokenCalls.Dispose();
        _tokenAttempts.Dispose();
        _calls.Dispose();
    }

    // A separate exchange, no matter which request needs the token: it may be repeated even if that request may not,
    // its body does not belong in a download, and its failure says nothing about the request that needs the token.
    private async Task<HttpResponseMessage> RequestTokenAsync(
        HttpMessageInvoker invoker, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        CallContext caller = CallContext.From(message);
        new CallContext(null, IsRetryable: true, caller.Log, () => Describe(_service.TokenEndpoint.For()))
        {
            IsFirstContact = caller.IsFirstContact,
        }
            .AttachTo(message);
        try
        {
            return await invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (ExchangeFaults.IsOfNetwork(fault))
        {
            throw new TokenRequestFailedException(fault);
        }
    }

    private CancellationTokenSource UntilClosed(CancellationToken cancellationToken) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);

    private async Task<HttpResponseMessage> ExchangeAsync(
        HttpMessageInvoker invoker, ApiRequest request, HttpRequestMessage message, IActivityLog log,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        HttpResponseMessage response;
        using CancellationTokenSource either = _faults.IsSessionOver
            ? throw _faults.Disconnected(request)
            : UntilClosed(cancellationToken);
        try
        {
            response = await invoker.SendAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (_faults.Translate(request, message, fault, cancellationToken) is { } known)
        {
            throw known;
        }

        if (log.IsVerboseEnabled)
        {
            log.Verbose(string.Create(
                CultureInfo.InvariantCulture,
                $"{Describe(request)} -> {(int)response.StatusCode}, {watch.ElapsedMilliseconds} ms"));
        }

        if (response.IsSuccessStatusCode || _faults.IsGone(request, message, response))
        {
            _answered[request.Endpoint.Name] = true;
            return response;
        }

        using (response)
        {
            throw _faults.Refused(request, message, response, HasAnswered(request));
        }
    }

    private CallContext ContextOf(ApiRequest request, IActivityLog log) =>
        new(request.Endpoint.Name, request.Endpoint.IsIdempotent, log, () => Describe(request))
        {
            Pacing = request.Endpoint.Pacing,
            HasAnsweredBefore = HasAnswered(request),
        };

    private bool HasAnswered(ApiRequest request) => _answered.ContainsKey(request.Endpoint.Name);

    private string Describe(ApiRequest request) => request.Describe(_service.IsLoggable);
}
