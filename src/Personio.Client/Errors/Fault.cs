using System.Net;
using System.Text.Json;
using Personio.Client.Auth;
using Personio.Client.Http;
using Personio.Client.Json;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Makes the one exception of the client out of all that can go wrong, with a message a person understands.
/// </summary>
internal static class Fault
{
    private const int LongestSentence = 1_200;

    private const string OutcomeUnknown = "It is not known whether Personio carried the change out";

    /// <summary>An answer with an error status, or one that hides a failure.</summary>
    public static PersonioException Of(ApiRequest request, HttpStatusCode status, ErrorBody said)
    {
        ErrorKind kind = KindOf(status, said, request.Endpoint);
        string? scope = kind == ErrorKind.AccessDenied ? request.Endpoint.Scope : null;
        bool unknown = !request.Endpoint.IsRead
            && kind is ErrorKind.ServiceUnavailable or ErrorKind.UnexpectedResponse or ErrorKind.TimedOut;
        string? action = KnownRefusal.Of(request.Endpoint, status, said)?.Advice
            ?? Advice(kind, scope, status, said) ?? (unknown ? CheckFirst(request) : null);
        return new PersonioException(kind, Message(
            $"Personio answered {request.Method} {request.Path} with {(int)status}{NameOf(status)}.",
            said.IsHtml ? "A web page came instead of JSON, as from a proxy." : said.Words,
            action,
            said.TraceId is null ? null : $"Trace id: {said.TraceId}."))
        {
            StatusCode = (int)status,
            Detail = said.Words,
            TraceId = said.TraceId,
            Method = request.Method.Method,
            Path = request.Path,
            MissingScope = scope,
            RecommendedAction = action,
            OutcomeUnknown = unknown,
        };
    }

    /// <summary>An answer that cannot be read.</summary>
    public static PersonioException Unreadable(ApiRequest request, HttpStatusCode status, JsonException fault) =>
        Unexpected(request, status, fault, $"at {ShownText.Of(fault.Path ?? "$", 200)}");

    /// <summary>An answer that makes no sense here; <paramref name="what"/> says what is wrong with it.</summary>
    public static PersonioException Unexpected(
        ApiRequest request, HttpStatusCode status, Exception? fault, string what) =>
        new(ErrorKind.UnexpectedResponse, Message(
            $"The answer to {request.Method} {request.Path} is not what the API promises: {what}.",
            fault is JsonException ? FirstSentence(fault.Message) : null,
            request.Endpoint.IsRead ? null : CheckFirst(request)), fault)
        {
            StatusCode = (int)status,
            Method = request.Method.Method,
            Path = request.Path,
            OutcomeUnknown = !request.Endpoint.IsRead,
        };

    /// <summary>No answer; <paramref name="mayBeDone"/> where an earlier try may have been carried out.</summary>
    public static PersonioException Of(ApiRequest request, Exception fault, bool mayBeDone, Uri baseUri)
    {
        ErrorKind kind = fault switch
        {
            TimeoutException => ErrorKind.TimedOut,
            BodyTooLargeException => ErrorKind.UnexpectedResponse,
            _ => ErrorKind.ConnectionFailed,
        };
        // Asking for a token changes nothing.
        bool unknown = !request.Endpoint.IsRead && request.Endpoint != Endpoints.CreateToken
            && (mayBeDone || !RetryHandler.WasNeverSent(fault));
        return new PersonioException(kind, Message(
            $"{request.Method} {request.Path} at {baseUri.Authority} failed.",
            ProxyFault.AsksForPassword(fault) ? ProxyFault.Words : ProxyFault.WithoutPassword(Innermost(fault)),
            unknown ? CheckFirst(request)
                : ProxyFault.AsksForPassword(fault) ? ProxyFault.Advice
                : kind == ErrorKind.ConnectionFailed ? "Check network, proxy and base address." : null),
            ProxyFault.WithoutPassword(fault))
        {
            Method = request.Method.Method,
            Path = request.Path,
            OutcomeUnknown = unknown,
        };
    }

    /// <summary>
    /// The fault that ended a request, where <paramref name="mayBeDone"/> an earlier try of the same change may have
    /// been carried out: whatever came afterwards, that try was not refused.
    /// </summary>
    public static PersonioException AfterLostTry(ApiRequest request, PersonioException fault, bool mayBeDone) =>
        !mayBeDone || fault.OutcomeUnknown || request.Endpoint.IsRead
            ? fault
            : new PersonioException(fault.Kind, Message(fault.Message, CheckFirst(request)), fault.InnerException)
            {
                StatusCode = fault.StatusCode,
                Detail = fault.Detail,
                TraceId = fault.TraceId,
                Method = fault.Method,
                Path = fault.Path,
                MissingScope = fault.MissingScope,
                RecommendedAction = CheckFirst(request),
                OutcomeUnknown = true,
            };

    /// <summary>
    /// The session was disconnected while the request was under way, for example in another runspace.
    /// </summary>
    public static PersonioException Disconnected(ApiRequest request, string session) =>
        new(ErrorKind.NotConnected, Message(
            $"The session '{session}' was disconnected during {request.Method} {request.Path}.",
            request.Endpoint.IsRead ? "Type Connect-Personio for a new one." : CheckFirst(request)))
        {
            Method = request.Method.Method,
            Path = request.Path,
            OutcomeUnknown = !request.Endpoint.IsRead,
        };

    /// <summary>The token endpoint refused.</summary>
    public static PersonioException Of(TokenRequestException fault, ErrorBody said, Uri baseUri)
    {
        ErrorKind kind = fault.Status switch
        {
            HttpStatusCode.TooManyRequests => ErrorKind.RateLimited,
            >= HttpStatusCode.InternalServerError => ErrorKind.ServiceUnavailable,
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                => ErrorKind.AuthenticationFailed,
            _ => ErrorKind.UnexpectedResponse,
        };
        string? action = kind != ErrorKind.AuthenticationFailed ? null
            : fault.Body.Contains("invalid_scope", StringComparison.Ordinal)
                ? "Ask only for scopes that the credential has; without -Scope it gets all of them."
                : "Check client id and client secret: in Personio, Settings > Integrations > API credentials.";
        return new PersonioException(kind, Message(
            kind == ErrorKind.AuthenticationFailed
                ? "Personio did not accept the credential."
                : $"{baseUri.Authority} gave no token: status {(int)fault.Status}.",
            said.IsHtml ? "A web page came instead of JSON, as from a proxy." : said.Words,
            action,
            said.TraceId is null ? null : $"Trace id: {said.TraceId}."), fault)
        {
            StatusCode = (int)fault.Status,
            Detail = said.Words,
            TraceId = said.TraceId,
            Method = "POST",
            Path = Endpoints.CreateToken.Path,
            RecommendedAction = action,
        };
    }

    private static ErrorKind KindOf(HttpStatusCode status, ErrorBody said, Endpoint endpoint) => (int)status switch
    {
        401 or 403 or 412 => ErrorKind.AccessDenied,
        _ when KnownRefusal.Of(endpoint, status, said) is { } known => known.Kind,
        // Reports say a missing right like this; a gateway hides what is not offered behind a 404 of its own.
        400 when Says(said, "Unauthorized token") => ErrorKind.AccessDenied,
        404 when Says(said, "The endpoint with") => ErrorKind.AccessDenied,
        404 => ErrorKind.NotFound,
        408 => ErrorKind.TimedOut,
        409 => ErrorKind.Conflict,
        429 => ErrorKind.RateLimited,
        >= 500 and < 600 => ErrorKind.ServiceUnavailable,
        >= 400 and < 500 => said.IsHtml ? ErrorKind.UnexpectedResponse : ErrorKind.InvalidRequest,
        >= 200 and < 300 when endpoint.Version == 1 && !said.IsHtml => ErrorKind.InvalidRequest,
        _ => ErrorKind.UnexpectedResponse,
    };

    private static string? Advice(ErrorKind kind, string? scope, HttpStatusCode status, ErrorBody said) => kind switch
    {
        ErrorKind.AccessDenied when status == HttpStatusCode.PreconditionFailed =>
            "The feature is not switched on for this company.",
        ErrorKind.AccessDenied when status == HttpStatusCode.NotFound =>
            "The endpoint is not offered to this company: it may be a beta, or not part of the plan.",
        ErrorKind.AccessDenied when scope is not null =>
            $"The credential probably lacks the scope {scope}: rights cannot be added later, create a new integration.",
        ErrorKind.AccessDenied => "The credential probably lacks a right: check it in Personio's settings.",
        ErrorKind.RateLimited => "Try again later, or with fewer programs on the same credential.",
        ErrorKind.UnexpectedResponse when (int)status is >= 300 and < 400 =>
            "Redirects are not followed: check the base address.",
        _ => null,
    };

    // Periods can be compared with those that are there; for all else somebody has to look.
    private static string CheckFirst(ApiRequest request) =>
        request.Endpoint == Endpoints.CreateAbsencePeriod || request.Endpoint == Endpoints.CreateAttendancePeriod
            ? $"{OutcomeUnknown}: repeat it with -SkipExisting, which finds out, or look before you repeat it."
            : $"{OutcomeUnknown}: look before you repeat it.";

    private static bool Says(ErrorBody said, string words) =>
        said.Words?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static string NameOf(HttpStatusCode status) => Enum.IsDefined(status) ? $" {status}" : "";

    private static string Innermost(Exception fault)
    {
        while (fault.InnerException is { } inner && fault is not TimeoutException)
        {
            fault = inner;
        }

        return FirstSentence(fault.Message);
    }

    // The messages of System.Text.Json go on with positions that are in other properties.
    private static string FirstSentence(string message) =>
        message.Split(" Path: ", 2)[0].Trim() is var text && text.EndsWith('.') ? text : $"{text}.";

    // What a server sent is among them, also in the words of the runtime.
    private static string Message(params string?[] sentences) => string.Join(' ', sentences
        .Where(sentence => !string.IsNullOrWhiteSpace(sentence))
        .Select(sentence => ShownText.Of(sentence!, LongestSentence)));
}
