using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Personio.Rest.Auth;
using Personio.Rest.Http;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>Explains why an exchange of a session failed: a refusal, no answer, or the end of the session.</summary>
/// <param name="options">The settings of the session's HTTP pipeline.</param>
/// <param name="redactor">Removes the session's secrets from everything shown.</param>
internal sealed class ExchangeFaults(TransportOptions options, Redactor redactor)
{
    private const int MaxTraceIdLength = 200;

    private readonly ServiceDescription _service = options.Service;
    private volatile bool _isSessionOver;

    /// <summary>
    /// Whether the session has ended. If so, that is why requests fail, and what servers say is ignored.
    /// </summary>
    public bool IsSessionOver
    {
        get => _isSessionOver;
        set => _isSessionOver = value;
    }

    /// <summary>Whether the network or the server failed, rather than the request.</summary>
    public static bool IsOfNetwork(Exception fault) =>
        fault is HttpRequestException or TimeoutException or IOException or BodyTooLargeException;

    /// <summary>The session was disconnected.</summary>
    public PersonioException Disconnected(ApiRequest request) =>
        ResponseErrors.Disconnected(request, options.SessionName);

    /// <summary>Translates an exception; null if it is not about the exchange.</summary>
    /// <param name="request">The request.</param>
    /// <param name="message">The HTTP message sent for the request.</param>
    /// <param name="fault">The exception thrown instead of an answer.</param>
    /// <param name="cancellationToken">Signals that the caller gave up.</param>
    public Exception? Translate(
        ApiRequest request, HttpRequestMessage message, Exception fault, CancellationToken cancellationToken) =>
        fault switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => null,
            // Anything that fails while the caller gives up is of no interest to it.
            _ when cancellationToken.IsCancellationRequested =>
                new OperationCanceledException(cancellationToken),
            DownloadTargetException unwritten => new PersonioException(
                ErrorKind.InvalidRequest,
                $"The response could not be written to the file. {unwritten.Message}",
                unwritten.InnerException),
            _ when IsSessionOver => Disconnected(request),
            TokenRequestException refused => ResponseErrors.AfterLostAttempt(
                request,
                ResponseErrors.Create(
                    _service,
                    refused,
                    Read(Encoding.UTF8.GetBytes(refused.Body), null),
                    options.Grant!.Endpoint.Authority),
                CallContext.From(message).MayHaveBeenApplied),
            TokenRequestFailedException { InnerException: { } cause } => ResponseErrors.AfterLostAttempt(
                request,
                ResponseErrors.Create(
                    _service, redactor, _service.TokenEndpoint.For(), cause, mayBeApplied: false,
                    options.Grant!.Endpoint),
                CallContext.From(message).MayHaveBeenApplied),
            _ when IsOfNetwork(fault) => ResponseErrors.Create(
                _service, redactor, request, fault, CallContext.From(message).MayHaveBeenApplied, options.BaseUri),
            _ => null,
        };

    /// <summary>Translates an answer with an error status.</summary>
    /// <param name="request">The request.</param>
    /// <param name="message">The HTTP message sent for the request.</param>
    /// <param name="response">The answer.</param>
    /// <param name="hasAnswered">Whether the endpoint has answered a request of the session before.</param>
    public PersonioException Refused(
        ApiRequest request, HttpRequestMessage message, HttpResponseMessage response, bool hasAnswered)
    {
        if (IsSessionOver)
        {
            return Disconnected(request);
        }

        ErrorBody error = Read(BufferedContent.BytesOf(response), response);
        return ResponseErrors.AfterLostAttempt(
            request,
            IsGatewayMiss(response) && hasAnswered
                ? ResponseErrors.Gone(_service, request, response.StatusCode, error)
                : ResponseErrors.Create(_service, request, response.StatusCode, error),
            CallContext.From(message).MayHaveBeenApplied);
    }

    /// <summary>An error hidden in a successful answer.</summary>
    public PersonioException Hidden(ApiRequest request, HttpResponseMessage response) => ResponseErrors.Create(
        _service, request, response.StatusCode, Read(BufferedContent.BytesOf(response), response));

    /// <summary>
    /// Whether the object to delete is already gone: a deletion whose answer was lost is sent again and finds nothing.
    /// If the path ends with a list, such as the members of a project, the 404 is about the owner of the list; and a
    /// 404 of a gateway or a proxy proves nothing.
    /// </summary>
    public bool IsGone(ApiRequest request, HttpRequestMessage message, HttpResponseMessage response) =>
        message.Method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound
        && request.Endpoint.Path.EndsWith('}') && CallContext.From(message).MayHaveBeenApplied
        && Read(BufferedContent.BytesOf(response), response).SpeaksOfResource;

    /// <summary>Whether the answer comes from a gateway that does not know the endpoint.</summary>
    public bool IsGatewayMiss(HttpResponseMessage response) =>
        !response.IsSuccessStatusCode && _service.IsGatewayMiss(response.StatusCode, BufferedContent.BytesOf(response));

    // Once a session has ended, its secrets are gone and late answers are ignored.
    private ErrorBody Read(byte[] body, HttpResponseMessage? response)
    {
        ErrorBody error = ErrorBody.Read(body, _service.ReadError, redactor);
        if (error.TraceId is null && _service.TraceHeader is { } name
            && response?.Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) == true)
        {
            error = error with { TraceId = redactor.Clean(values.ToString(), MaxTraceIdLength) };
        }

        return IsSessionOver ? error with { Words = null, TraceId = null } : error;
    }
}
