using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Personio.Rest.Auth;
using Personio.Rest.Http;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>
/// The way of a request: retry, rate gate, token, one attempt, socket. Gives answers as bytes and every fault as a
/// <see cref="PersonioException"/>.
/// </summary>
internal sealed class ApiTransport : IDisposable
{
    private const int LongestTraceId = 200;

    private readonly TransportOptions _options;
    private readonly ServiceDescription _service;
    private readonly HttpRequestFactory _messages;
    private readonly TimeoutHandler _attempt;
    private readonly HttpMessageInvoker _calls;
    private readonly HttpMessageInvoker _tokenCalls;
    private readonly HttpMessageInvoker _tokenTries;
    private readonly ClientCredentialsGrant? _grant;
    private readonly TokenSource? _tokens;

    // The endpoints that answered a request of this session.
    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.Ordinal);

    // Never disposed of: who comes too late still has to be told that the session is over.
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _isDisposed;

    public ApiTransport(TransportOptions options)
    {
        _options = options;
        _service = options.Service;
        _messages = new HttpRequestFactory(_options);
        // The grant alone holds the secret, and drops it when the session ends.
        _grant = options.Grant;
        _grant?.TellSecrets(Redactor.Learn);
        _attempt = new TimeoutHandler(options.Network ?? HttpHandlerFactory.To(options.BaseUri), options.Timeout, options.Time);
        _tokenCalls = new HttpMessageInvoker(
            new RetryHandler(_attempt, options.MaxRetry, options.Time, options.Dice, _service.Bucket), disposeHandler: false);
        _tokenTries = new HttpMessageInvoker(_attempt, disposeHandler: false);
        _tokens = _grant is null ? null : new TokenSource(
            _grant,
            (message, token) => AskForTokenAsync(_tokenCalls, message, token),
            options.Time,
            (message, token) => AskForTokenAsync(_tokenTries, message, token),
            Redactor.Learn);
        HttpMessageHandler sender = _tokens is null
            ? _attempt
            : new BearerTokenHandler(_attempt, _tokens, options.BaseUri, _service.RejectsToken);
        var gate = new RateLimitHandler(sender, options.Time, _service.Pacing, _service.Bucket);
        _calls = new HttpMessageInvoker(
            new RetryHandler(gate, options.MaxRetry, options.Time, options.Dice, _service.Bucket, IsGatewayMiss));
    }

    /// <summary>The tokens of the session.</summary>
    /// <exception cref="InvalidOperationException">What is public takes none.</exception>
    public TokenSource Tokens => _tokens ?? throw new InvalidOperationException($"{BaseUri} is asked without a token.");

    /// <summary>Takes the secrets of this session out of what is shown.</summary>
    public Redactor Redactor { get; } = new();

    /// <summary>The origin of the API.</summary>
    public Uri BaseUri => _options.BaseUri;

    /// <summary>When the service last answered, by its own clock; null where it never said so.</summary>
    public DateTimeOffset? ServerTime => _attempt.ServerTime;

    /// <summary>Asks for the token, so that a wrong credential shows at once.</summary>
    /// <exception cref="PersonioException">There is no token to be had.</exception>
    public async Task ConnectAsync(IActivityLog log, CancellationToken cancellationToken)
    {
        ApiRequest request = _service.TokenEndpoint.For();
        using var carrier = new HttpRequestMessage();
        new CallContext(null, IsRepeatable: true, log, Describe(request)) { IsFirstContact = true }.AttachTo(carrier);
        using CancellationTokenSource either = UntilClosed(cancellationToken);
        try
        {
            await Tokens.GetAsync(carrier.Options, either.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (Translate(request, carrier, fault, cancellationToken) is { } known)
        {
            throw known;
        }
    }

    /// <summary>Tells the service to forget the token; every program that holds it is logged out.</summary>
    /// <exception cref="PersonioException">It was not possible.</exception>
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
        // Revoking twice is revoking.
        new CallContext(null, IsRepeatable: true, log, Describe(request)).AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_tokenCalls, request, message, log, cancellationToken).ConfigureAwait(false);
        Tokens.Forget();
    }

    /// <summary>Sends a request; the answer has a status of success and its body in memory.</summary>
    /// <exception cref="PersonioException">Anything else.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, IActivityLog log, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = _messages.Of(request);
        foreach (string secret in _messages.SecretsIn(request))
        {
            Redactor.Learn(secret);
        }

        ContextOf(request, log).AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_calls, request, message, log, cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (FileCheck.IsPage(response.Content.Headers.ContentType?.MediaType, body))
        {
            throw ResponseErrors.Unexpected(request, response.StatusCode, null, "a web page came, as from a proxy");
        }

        return _service.HidesFailure(request.Endpoint, body)
            ? throw ResponseErrors.Create(_service, request, response.StatusCode, Read(body, response))
            : new ApiResponse(response.StatusCode, body, response.Content.Headers.ContentType?.MediaType)
            {
                Redactor = Redactor,
            };
    }

    /// <summary>Sends a request and writes the body of its answer into a stream, from its start.</summary>
    /// <exception cref="PersonioException">
    /// There is no such answer, it broke off, or it could not be written.
    /// </exception>
    public async Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, IActivityLog log, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = _messages.Of(request);
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
        _isDisposed = true;
        // Whoever still waits, for a token, for its turn or for an answer, is told at once.
        _closing.Cancel();
        _tokens?.Dispose();
        _grant?.Forget();
        _tokenCalls.Dispose();
        _tokenTries.Dispose();
        _calls.Dispose();
    }

    // A request of its own, whatever it is for: it may be repeated although the change may not, its answer is not what
    // a download waits for, and when it is lost nothing is known to be wrong with the request that needs the token.
    private async Task<HttpResponseMessage> AskForTokenAsync(
        HttpMessageInvoker invoker, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        CallContext caller = CallContext.From(message);
        string description = Describe(_service.TokenEndpoint.For());
        new CallContext(null, IsRepeatable: true, caller.Log, description) { IsFirstContact = caller.IsFirstContact }
            .AttachTo(message);
        try
        {
            return await invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOfNetwork(fault))
        {
            throw new TokenRequestFailedException(fault);
        }
    }

    private static bool IsOfNetwork(Exception fault) =>
        fault is HttpRequestException or TimeoutException or IOException or BodyTooLargeException;

    private CancellationTokenSource UntilClosed(CancellationToken cancellationToken) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);

    private async Task<HttpResponseMessage> ExchangeAsync(
        HttpMessageInvoker invoker, ApiRequest request, HttpRequestMessage message, IActivityLog log,
        CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        HttpResponseMessage response;
        using CancellationTokenSource either = _isDisposed
            ? throw ResponseErrors.Disconnected(request, _options.SessionName)
            : UntilClosed(cancellationToken);
        try
        {
            response = await invoker.SendAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (Translate(request, message, fault, cancellationToken) is { } known)
        {
            throw known;
        }

        log.Verbose(string.Create(
            CultureInfo.InvariantCulture,
            $"{Describe(request)} -> {(int)response.StatusCode}, {watch.ElapsedMilliseconds} ms"));
        if (response.IsSuccessStatusCode
            || (IsGone(request, message, response) && await SpeaksOfResourceAsync(response, cancellationToken).ConfigureAwait(false)))
        {
            _answered[request.Endpoint.Name] = true;
            return response;
        }

        using (response)
        {
            if (_isDisposed)
            {
                throw ResponseErrors.Disconnected(request, _options.SessionName);
            }

            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            throw ResponseErrors.AfterLostTry(
                request,
                IsGatewayMiss(response) && HasAnswered(request)
                    ? ResponseErrors.Gone(_service, request, response.StatusCode, Read(body, response))
                    : ResponseErrors.Create(_service, request, response.StatusCode, Read(body, response)),
                CallContext.From(message).MayHaveBeenApplied);
        }
    }

    // A deletion whose answer was lost is sent again and finds nothing: it is done all the same. What a gateway or a
    // proxy does not find says nothing of it.
    private async Task<bool> SpeaksOfResourceAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return Read(body, response).SpeaksOfResource;
    }

    // Where the path ends with a list, as that of the members of a project, it is the owner of the list that is missing.
    private static bool IsGone(ApiRequest request, HttpRequestMessage message, HttpResponseMessage response) =>
        message.Method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound
        && request.Endpoint.Path.EndsWith('}') && CallContext.From(message).MayHaveBeenApplied;

    private Exception? Translate(
        ApiRequest request, HttpRequestMessage message, Exception fault, CancellationToken cancellationToken) =>
        fault switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => null,
            // What breaks while the caller gives up is of no interest to it.
            _ when cancellationToken.IsCancellationRequested =>
                new OperationCanceledException(cancellationToken),
            DownloadTargetException unwritten => new PersonioException(
                ErrorKind.InvalidRequest,
                $"What came could not be written. {unwritten.Message}",
                unwritten.InnerException),
            _ when _isDisposed => ResponseErrors.Disconnected(request, _options.SessionName),
            TokenRequestException refused => ResponseErrors.AfterLostTry(
                request,
                ResponseErrors.Create(
                    _service,
                    refused,
                    Read(Encoding.UTF8.GetBytes(refused.Body), null),
                    _grant!.Endpoint.Authority),
                CallContext.From(message).MayHaveBeenApplied),
            TokenRequestFailedException { InnerException: { } cause } => ResponseErrors.AfterLostTry(
                request,
                ResponseErrors.Create(
                    _service, Redactor, _service.TokenEndpoint.For(), cause, mayBeDone: false,
                    _grant!.Endpoint),
                CallContext.From(message).MayHaveBeenApplied),
            _ when IsOfNetwork(fault) =>
                ResponseErrors.Create(_service, Redactor, request, fault, CallContext.From(message).MayHaveBeenApplied, _options.BaseUri),
            _ => null,
        };

    private CallContext ContextOf(ApiRequest request, IActivityLog log) =>
        new(request.Endpoint.Name, request.Endpoint.IsIdempotent, log, Describe(request))
        {
            Pacing = request.Endpoint.Pacing,
            HasAnsweredBefore = HasAnswered(request),
        };

    private bool HasAnswered(ApiRequest request) => _answered.ContainsKey(request.Endpoint.Name);

    // The bodies of refusals are in memory by now.
    private bool IsGatewayMiss(HttpResponseMessage response) =>
        !response.IsSuccessStatusCode && response.Content is ByteArrayContent content
        && _service.IsGatewayMiss(response.StatusCode, BodyOf(content));

    private static ReadOnlyMemory<byte> BodyOf(ByteArrayContent content)
    {
        using var body = new MemoryStream();
        content.CopyTo(body, null, default);
        return body.ToArray();
    }

    private string Describe(ApiRequest request) => request.Describe(_service.IsTellable);

    // A session that ends drops what is secret; what comes later is ignored.
    private ErrorBody Read(byte[] body, HttpResponseMessage? response)
    {
        ErrorBody said = ErrorBody.Read(body, _service.ReadError, Redactor);
        if (said.TraceId is null && _service.TraceHeader is { } name
            && response?.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) == true)
        {
            said = said with { TraceId = Redactor.Clean(values.ToString(), LongestTraceId) };
        }

        return _isDisposed ? said with { Words = null, TraceId = null } : said;
    }
}
