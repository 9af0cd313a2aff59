using Personio.Sandbox.Http;
using Personio.Sandbox.PingOne.Json;

namespace Personio.Sandbox.PingOne.Api;

/// <summary>Ends the handling of a request with an error response.</summary>
internal sealed class PingOneProblem(
    int status, string code, string message, params IReadOnlyList<ProblemDetail> details)
    : Exception(message)
{
    private const string Failed = "The request could not be completed. ";

    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The methods that a path supports, for a 405.</summary>
    public string? Allow { get; init; }

    public static PingOneProblem InvalidData(params IReadOnlyList<ProblemDetail> details) =>
        new(400, "INVALID_DATA", Failed + "One or more validation errors were in the request.", details);

    public static PingOneProblem InvalidRequest(
        string code, string? target, string message, InnerError? inner = null) => new(
        400, "INVALID_REQUEST", "The request was malformed or invalid.",
        new ProblemDetail(code, target, message, inner));

    public static PingOneProblem InvalidId(string target) =>
        InvalidRequest("INVALID_VALUE", target, "The value must be a UUID.");

    public static PingOneProblem NotFound() => new(404, "NOT_FOUND", Failed + "The requested resource was not found.");

    public static PingOneProblem InvalidToken() => new(
        401, "ACCESS_FAILED", Failed + "You do not have access to this resource.",
        new ProblemDetail("INVALID_TOKEN", null, "The access token is invalid or has expired."));

    public static PingOneProblem Denied() => new(
        403, "ACCESS_FAILED", Failed + "You do not have access to this resource.",
        new ProblemDetail(
            "INSUFFICIENT_PERMISSIONS", null, "The actor attempting to perform the request is not authorized."));

    public static PingOneProblem NotAllowed(string allow) =>
        new(405, "METHOD_NOT_ALLOWED", "The method is not supported by the resource.") { Allow = allow };

    public static PingOneProblem UnsupportedMediaType() =>
        new(415, "INVALID_REQUEST", "The content type is not supported.");

    public static PingOneProblem TooManyRequests() => new(429, "REQUEST_LIMITED", Failed + "Too many requests.",
        new ProblemDetail("LIMIT_EXCEEDED", null, "The rate limit was exceeded."));

    public static PingOneProblem Internal(string detail) => new(500, "UNEXPECTED_ERROR", detail);

    public HttpResponse ToResponse()
    {
        HttpResponse response = PingOneJson.Response(
            new ProblemResponse(Guid.NewGuid().ToString(), Code, Message, details.Count > 0 ? details : null), Status);
        if (Allow is not null)
        {
            response.Headers.Add(new("Allow", Allow));
        }

        return response;
    }
}
