using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Personio.Client.Auth;
using Personio.Client.Http;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>
/// The way of a request: retry, rate gate, token, one attempt, socket. Gives answers as bytes and every fault as a
/// <see cref="PersonioException"/>.
/// </summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly SessionOptions _options;
    private readonly RequestMessages _messages;
    private readonly AttemptHandler _attempt;
    private readonly HttpMessageInvoker _calls;
    private readonly HttpMessageInvoker _tokenCalls;
    private readonly HttpMessageInvoker _tokenTries;
    private readonly ClientCredentialsGrant _grant;

    // Never disposed of: who comes too late still has to be told that the session is over.
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _isDisposed;

    public ApiTransport(SessionOptions options)
    {
        // The grant alone holds the secret, and drops it when the session ends.
        _options = options with { Credential = new NetworkCredential(options.Credential.UserName, "") };
        _messages = new RequestMessages(_options);
        _grant = new ClientCredentialsGrant(
            new Uri(options.BaseUri, Endpoints.CreateToken.Path),
            options.Credential,
            fields: options.Scopes.Count == 0 ? null : new Dictionary<string, string>
            {
                ["scope"] = string.Join(' ', options.Scopes),
            });
        _attempt = new AttemptHandler(options.Network ?? Sockets.To(options.BaseUri), options.Timeout, options.Time);
        _tokenCalls = new HttpMessageInvoker(
            new RetryHandler(_attempt, options.MaxRetry, options.Time, options.Dice), disposeHandler: false);
        _tokenTries = new HttpMessageInvoker(_attempt, disposeHandler: false);
        Tokens = new TokenSource(
            _grant,
            (message, token) => AskForTokenAsync(_tokenCalls, message, token),
            options.Time,
            (message, token) => AskForTokenAsync(_tokenTries, message, token));
        var bearer = new BearerTokenHandler(_attempt, Tokens, options.BaseUri);
        var gate = new RateGateHandler(bearer, options.Time);
        _calls = new HttpMessageInvoker(new RetryHandler(gate, options.MaxRetry, options.Time, options.Dice));
    }

    public TokenSource Tokens { get; }

    /// <summary>When Personio last answered, by its own clock; null where it never said so.</summary>
    public DateTimeOffset? ServerTime => _attempt.ServerTime;

    /// <summary>Asks for the token, so that a wrong credential shows at once.</summary>
    /// <exception cref="PersonioException">There is no token to be had.</exception>
    public async Task ConnectAsync(IActivityLog log, CancellationToken cancellationToken)
    {
        ApiRequest request = Endpoints.CreateToken.For();
        using var carrier = new HttpRequestMessage();
        new CallContext(null, IsRepeatable: true, log, request.Describe()) { IsFirstContact = true }.AttachTo(carrier);
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

    /// <summary>Tells Personio to forget the token; every program that holds it is logged out.</summary>
    /// <exception cref="PersonioException">It was not possible.</exception>
    public async Task RevokeAsync(IActivityLog log, CancellationToken cancellationToken)
    {
        if (Tokens.Current is not { } token)
        {
            return;
        }

        ApiRequest request = Endpoints.RevokeToken.For();
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.BaseUri, request.Path));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        message.Content = new FormUrlEncodedContent([new("token", token.Value)]);
        // Revoking twice is revoking.
        new CallContext(null, IsRepeatable: true, log, request.Describe()).AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_tokenCalls, request, message, log, cancellationToken).ConfigureAwait(false);
        Tokens.Forget();
    }

    /// <summary>Sends a request; the answer has a status of success and its body in memory.</summary>
    /// <exception cref="PersonioException">Anything else.</exception>
    public async Task<ApiAnswer> SendAsync(ApiRequest request, IActivityLog log, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = _messages.Of(request);
        new CallContext(request.Endpoint.Name, IsRepeatable(request.Method), log, request.Describe())
        {
            MostPerSecond = request.Endpoint.MostPerSecond,
        }
        .AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_calls, request, message, log, cancellationToken).ConfigureAwait(false);
        byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return request.Endpoint.Version == 1 && ErrorBody.IsHiddenIn(body)
            ? throw Fault.Of(request, response.StatusCode, ErrorBody.Read(body, Redacted))
            : new ApiAnswer(response.StatusCode, body, response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>Sends a request and writes the body of its answer into a stream, from its start.</summary>
    /// <exception cref="PersonioException">
    /// There is no such answer, it broke off, or it could not be written.
    /// </exception>
    public async Task<FileDownload> DownloadAsync(
        ApiRequest request, Stream target, IActivityLog log, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = _messages.Of(request);
        var context = new CallContext(
            request.Endpoint.Name, IsRepeatable(request.Method), log, request.Describe(), target);
        context.AttachTo(message);
        using HttpResponseMessage response =
            await ExchangeAsync(_calls, request, message, log, cancellationToken).ConfigureAwait(false);
        return new FileDownload(FileNameHeader.Read(response.Content.Headers), target.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        // Whoever still waits, for a token, for its turn or for an answer, is told at once.
        _closing.Cancel();
        Tokens.Dispose();
        _grant.Forget();
        _tokenCalls.Dispose();
        _tokenTries.Dispose();
        _calls.Dispose();
    }

    private static bool IsRepeatable(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Delete;

    // A request of its own, whatever it is for: it may be repeated although the change may not, its answer is not what
    // a download waits for, and when it is lost nothing is known to be wrong with the request that needs the token.
    private static async Task<HttpResponseMessage> AskForTokenAsync(
        HttpMessageInvoker invoker, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        CallContext caller = CallContext.Of(message);
        string description = Endpoints.CreateToken.For().Describe();
        new CallContext(null, IsRepeatable: true, caller.Log, description) { IsFirstContact = caller.IsFirstContact }
            .AttachTo(message);
        try
        {
            return await invoker.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOfNetwork(fault))
        {
            throw new TokenLostException(fault);
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
            ? throw Fault.Disconnected(request, _options.Name)
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
            $"{request.Describe()} -> {(int)response.StatusCode}, {watch.ElapsedMilliseconds} ms"));
        if (response.IsSuccessStatusCode || IsDoneBefore(message, response))
        {
            return response;
        }

        using (response)
        {
            if (_isDisposed)
            {
                throw Fault.Disconnected(request, _options.Name);
            }

            byte[] body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            throw Fault.AfterLostTry(
                request,
                Fault.Of(request, response.StatusCode, ErrorBody.Read(body, Redacted)),
                CallContext.Of(message).MayBeDone);
        }
    }

    // A deletion whose answer was lost is sent again and finds nothing: it is done all the same.
    private static bool IsDoneBefore(HttpRequestMessage message, HttpResponseMessage response) =>
        message.Method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound
        && CallContext.Of(message).MayBeDone;

    private Exception? Translate(
        ApiRequest request, HttpRequestMessage message, Exception fault, CancellationToken cancellationToken) =>
        fault switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => null,
            // What breaks while the caller gives up is of no interest to it.
            _ when cancellationToken.IsCancellationRequested =>
                new OperationCanceledException(fault.Message, fault, cancellationToken),
            TargetException unwritten => new PersonioException(
                ErrorKind.InvalidRequest,
                $"What came could not be written. {unwritten.Message}",
                unwritten.InnerException),
            _ when _isDisposed => Fault.Disconnected(request, _options.Name),
            TokenRequestException refused => Fault.AfterLostTry(
                request,
                Fault.Of(refused, ErrorBody.Read(Encoding.UTF8.GetBytes(refused.Body), Redacted), _options.BaseUri),
                CallContext.Of(message).MayBeDone),
            TokenLostException { InnerException: { } cause } => Fault.AfterLostTry(
                request,
                Fault.Of(Endpoints.CreateToken.For(), cause, mayBeDone: false, _options.BaseUri),
                CallContext.Of(message).MayBeDone),
            _ when IsOfNetwork(fault) =>
                Fault.Of(request, fault, CallContext.Of(message).MayBeDone, _options.BaseUri),
            _ => null,
        };

    // Some servers repeat what they were sent. A session that ends drops what is secret, which can no longer be taken out
    // of their words then: they are left away. Looked at last, or it might end in between.
    private string Redacted(string words)
    {
        words = _grant.Redact(words);
        words = Tokens.Current is { } token ? token.Redact(words) : words;
        return _isDisposed ? "" : words;
    }
}
