using System.Net;
using System.Text.Json;
using Personio.Rest.Auth;
using Personio.Rest.Http;
using Personio.Rest.Json;

namespace Personio.Rest;

/// <summary>Turns every failure into the one exception type, with a message a person understands.</summary>
internal static class ResponseErrors
{
    private const int MaxSentenceLength = 1_200;
    private const int MaxPathLength = 200;
    private const int MaxIdLength = 100;

    private const string OutcomeUnknown = "The change may or may not have been applied. Check before you retry.";

    /// <summary>An answer with an error status, or a success that hides an error.</summary>
    public static PersonioException Create(
        ServiceDescription service, ApiRequest request, HttpStatusCode status, ErrorBody error)
    {
        KnownError? known = service.Explain(request.Endpoint, status, error);
        ErrorKind kind = known?.Kind ?? KindOf(status, error);
        string? scope = kind == ErrorKind.AccessDenied ? request.Endpoint.Scope : null;
        bool unknown = !request.Endpoint.IsRead
            && kind is ErrorKind.ServiceUnavailable or ErrorKind.UnexpectedResponse or ErrorKind.TimedOut;
        string? action = known?.Advice ?? Advice(service, request.Endpoint, kind, status)
            ?? (unknown ? OutcomeUnknown : null);
        return new PersonioException(kind, Message(Status(service, request, status), error, action))
        {
            StatusCode = (int)status,
            Detail = error.Words,
            TraceId = error.TraceId,
            Method = request.Method.Method,
            Path = request.Path,
            MissingScope = scope,
            RecommendedAction = action,
            OutcomeUnknown = unknown,
            NextStep = unknown ? NextStep.InspectFirst : NextStep.None,
        };
    }

    /// <summary>
    /// A gateway still does not find an endpoint that answered before, after all tries; nothing was applied.
    /// </summary>
    public static PersonioException Gone(
        ServiceDescription service, ApiRequest request, HttpStatusCode status, ErrorBody error)
    {
        const string Advice = "The endpoint answered before, so this usually passes: try again later.";
        return new PersonioException(
            ErrorKind.ServiceUnavailable, Message(Status(service, request, status), error, Advice))
        {
            StatusCode = (int)status,
            Detail = error.Words,
            TraceId = error.TraceId,
            Method = request.Method.Method,
            Path = request.Path,
            RecommendedAction = Advice,
        };
    }

    /// <summary>An answer that cannot be read.</summary>
    public static PersonioException Unreadable(
        Redactor redactor, ApiRequest request, HttpStatusCode status, JsonException fault) =>
        Unexpected(
            request, status, CauseException.From(fault, redactor),
            $"at {redactor.Clean(fault.Path ?? "$", MaxPathLength)}");

    /// <summary>One unreadable row of a list whose other rows are fine.</summary>
    public static PersonioException Unreadable(Redactor redactor, ApiRequest request, RowFault row)
    {
        string? id = row.Id is null ? null : redactor.Clean(row.Id, MaxIdLength);
        string rowLabel = id ?? $"number {row.Number} of its page";
        string place = redactor.Clean(row.Cause.Path ?? "$", MaxPathLength);
        return new(
            ErrorKind.UnexpectedResponse,
            Message(
                $"The row {rowLabel} of {request.Method} {request.Path} cannot be read at {place} and was skipped:",
                Words(redactor.Clean(row.Cause.Message, MaxSentenceLength)),
                "The other rows are complete."),
            CauseException.From(row.Cause, redactor))
        {
            Method = request.Method.Method,
            Path = request.Path,
            RowId = id,
        };
    }

    /// <summary>An answer that makes no sense here; <paramref name="what"/> says what is wrong with it.</summary>
    public static PersonioException Unexpected(
        ApiRequest request, HttpStatusCode status, CauseException? fault, string what) =>
        new(ErrorKind.UnexpectedResponse, Message(
            $"The answer to {request.Method} {request.Path} is not what the API promises: {what}.",
            fault is null ? null : Words(fault.Message),
            request.Endpoint.IsRead ? null : OutcomeUnknown), fault)
        {
            StatusCode = (int)status,
            Method = request.Method.Method,
            Path = request.Path,
            OutcomeUnknown = !request.Endpoint.IsRead,
            NextStep = request.Endpoint.IsRead ? NextStep.None : NextStep.InspectFirst,
        };

    /// <summary>No answer; <paramref name="mayBeApplied"/> says whether an earlier try may have been applied.</summary>
    public static PersonioException Create(
        ServiceDescription service,
        Redactor redactor,
        ApiRequest request,
        Exception fault,
        bool mayBeApplied,
        Uri baseUri)
    {
        ErrorKind kind = fault switch
        {
            TimeoutException => ErrorKind.TimedOut,
            BodyTooLargeException => ErrorKind.UnexpectedResponse,
            _ => ErrorKind.ConnectionFailed,
        };
        // Requesting a token changes nothing.
        bool unknown = !request.Endpoint.IsRead && request.Endpoint != service.TokenEndpoint
            && (mayBeApplied || !RetryHandler.WasNeverSent(fault));
        return new PersonioException(kind, Message(
            $"{request.Method} {request.Path} at {baseUri.Authority} failed.",
            ProxyFault.RequiresPassword(fault) ? ProxyFault.Message : Innermost(fault, redactor),
            unknown ? OutcomeUnknown
                : ProxyFault.RequiresPassword(fault) ? ProxyFault.Advice
                : kind == ErrorKind.ConnectionFailed ? "Check network, proxy and base address." : null),
            CauseException.From(fault, redactor))
        {
            Method = request.Method.Method,
            Path = request.Path,
            OutcomeUnknown = unknown,
            NextStep = unknown ? NextStep.InspectFirst : NextStep.None,
        };
    }

    /// <summary>
    /// The error that ended a request. If <paramref name="mayBeApplied"/>, an earlier try of the same change may have
    /// been applied, no matter what later tries returned.
    /// </summary>
    public static PersonioException AfterLostAttempt(ApiRequest request, PersonioException fault, bool mayBeApplied) =>
        !mayBeApplied || fault.OutcomeUnknown || request.Endpoint.IsRead
            ? fault
            : fault.With(
                Message(fault.Message, OutcomeUnknown), OutcomeUnknown, outcomeUnknown: true, NextStep.InspectFirst);

    /// <summary>The session was disconnected during the request, for example by another thread.</summary>
    public static PersonioException Disconnected(ApiRequest request, string session) =>
        new(ErrorKind.NotConnected, Message(
            $"The session '{session}' was disconnected during {request.Method} {request.Path}.",
            request.Endpoint.IsRead ? null : OutcomeUnknown))
        {
            Method = request.Method.Method,
            Path = request.Path,
            OutcomeUnknown = !request.Endpoint.IsRead,
            NextStep = request.Endpoint.IsRead ? NextStep.Reconnect : NextStep.InspectFirst,
        };

    /// <summary>The token endpoint refused.</summary>
    public static PersonioException Create(
        ServiceDescription service, TokenRequestException fault, ErrorBody error, string authority)
    {
        KnownError? known = service.Explain(service.TokenEndpoint, fault.Status, error);
        ErrorKind kind = known?.Kind ?? fault.Status switch
        {
            HttpStatusCode.TooManyRequests => ErrorKind.RateLimited,
            >= HttpStatusCode.InternalServerError => ErrorKind.ServiceUnavailable,
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                => ErrorKind.AuthenticationFailed,
            _ => ErrorKind.UnexpectedResponse,
        };
        string? action = kind == ErrorKind.AuthenticationFailed ? service.CredentialAdvice(error) : null;
        string failed = kind == ErrorKind.AuthenticationFailed
            ? $"{service.Name} did not accept the credential."
            : $"{authority} did not issue a token (status {(int)fault.Status}).";
        return new PersonioException(kind, Message(failed, error, action))
        {
            StatusCode = (int)fault.Status,
            Detail = error.Words,
            TraceId = error.TraceId,
            Method = "POST",
            Path = service.TokenEndpoint.Path,
            RecommendedAction = action,
            NextStep = error.Words?.Contains("invalid_scope", StringComparison.Ordinal) == true
                ? NextStep.RequestOtherScopes
                : known?.Next ?? NextStep.None,
        };
    }

    private static ErrorKind KindOf(HttpStatusCode status, ErrorBody error) => (int)status switch
    {
        401 or 403 => ErrorKind.AccessDenied,
        404 => ErrorKind.NotFound,
        408 => ErrorKind.TimedOut,
        409 => ErrorKind.Conflict,
        429 => ErrorKind.RateLimited,
        >= 500 and < 600 => ErrorKind.ServiceUnavailable,
        >= 400 and < 500 => error.IsHtml ? ErrorKind.UnexpectedResponse : ErrorKind.InvalidRequest,
        _ => ErrorKind.UnexpectedResponse,
    };

    private static string? Advice(
        ServiceDescription service, Endpoint endpoint, ErrorKind kind, HttpStatusCode status) => kind switch
    {
        ErrorKind.AccessDenied => service.MissingRightAdvice(endpoint),
        ErrorKind.RateLimited => "Try again later, or with fewer programs on the same credential.",
        ErrorKind.UnexpectedResponse when (int)status is >= 300 and < 400 =>
            "Redirects are not followed: check the base address.",
        _ => null,
    };

    private static string Status(ServiceDescription service, ApiRequest request, HttpStatusCode status) =>
        $"{service.Name} answered {request.Method} {request.Path} with "
            + $"{(int)status}{(Enum.IsDefined(status) ? $" {status}" : "")}.";

    private static string Innermost(Exception fault, Redactor redactor)
    {
        while (fault.InnerException is { } inner && fault is not TimeoutException)
        {
            fault = inner;
        }

        return FirstSentence(redactor.Clean(fault.Message, MaxSentenceLength));
    }

    // The messages of System.Text.Json end with positions that other properties already hold.
    private static string FirstSentence(string message) =>
        SentenceText.AddPeriod(message.Split(" Path: ", 2)[0].Trim());

    // The names of our own types mean nothing to the reader.
    private static string Words(string message) =>
        message.StartsWith("The JSON value could not be converted to ", StringComparison.Ordinal)
            ? "The value is of another kind than the API promises."
            : FirstSentence(message);

    private static string Message(string failed, ErrorBody error, string? action) => Message(
        failed,
        error.IsHtml ? "A web page came instead of JSON, as from a proxy." : error.Words,
        action,
        error.TraceId is null ? null : $"Trace id: {error.TraceId}.");

    // Text from a server has been redacted already; DisplayText also puts user input on one line.
    private static string Message(params string?[] sentences) => string.Join(' ', sentences
        .Where(sentence => !string.IsNullOrWhiteSpace(sentence))
        .Select(sentence => DisplayText.Format(sentence!, MaxSentenceLength)));
}
