using System.Globalization;
using Personio.Sandbox.Http;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Api;

/// <summary>The API's errors, in its own words and envelopes.</summary>
internal static class Problem
{
    public const string InvalidParameters = "Provided request parameters are invalid.";
    public const string InvalidEncoding = "Provided filter encoding is invalid.";
    public const string InvalidContent = "Invalid request content.";

    private const string Anchors = "https://developer.personio.de/reference/errors#common.";
    private const string GatewayAnchor = "https://developer.personio.de/v2.0/page/public-api-error-codes#apinot_found";

    public static ProblemException BadRequest(string detail) =>
        new(400, "Bad request", detail, Anchors + "bad_request");

    public static ProblemException NotFound(string anchor = "resource_not_found") =>
        new(404, "Resource not found", "There is no resource for the specified id.", Anchors + anchor);

    public static ProblemException Conflict(string title, string detail) => new(409, title, detail);

    public static ProblemException Unprocessable(string title, string detail) => new(422, title, detail);

    public static ProblemException Unprocessable(string detail) => new(422, "Unprocessable request", detail);

    public static ProblemException Unauthorized() => new(401, "Unauthorized", "Unauthorized Request");

    /// <summary>The v1 token error: 401 if no token was sent, 403 if it is invalid or has expired.</summary>
    public static ProblemException V1Unauthorized(bool hasToken) => hasToken
        ? new(403, "Forbidden", "Provided authorization is not valid")
        : new(401, "Unauthorized", "Authorization is not provided");

    /// <summary>The error for a missing scope, which differs from area to area.</summary>
    public static ProblemException Denied(Denial denial) => denial switch
    {
        Denial.Unauthorized => Unauthorized(),
        Denial.BadRequest => new ProblemException(400, "Bad request", "Unauthorized token"),
        _ => new ProblemException(403, "Forbidden", "Insufficient access scope"),
    };

    public static ProblemException TooManyRequests() => new(429, "Too Many Requests", "Rate limit exceeded.");

    public static ProblemException Internal(string detail) =>
        new(500, "Internal Server Error", detail, Anchors + "internal_server_error");

    /// <summary>The gateway's response to unknown routes, and to beta routes without the opt-in header.</summary>
    public static HttpResponse NoSuchEndpoint(string path) => Envelope(
        new ProblemException(404, "Not Found", $"The endpoint with {path} was not found.", GatewayAnchor), path);

    /// <summary>The response for an error; v1 and v2 have different envelopes.</summary>
    public static HttpResponse For(ProblemException problem, string path)
    {
        HttpResponse response =
            path.StartsWith("/v1/", StringComparison.Ordinal) ? V1Envelope(problem) : Envelope(problem, null);
        if (problem.RetryAfter is { } seconds)
        {
            response.Headers.Add(new("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)));
        }

        return response;
    }

    private static HttpResponse Envelope(ProblemException problem, string? path)
    {
        var error = new ErrorDetail(problem.Title, problem.Message, problem.Type, new ErrorMeta(path));
        byte[] body = PersonioJson.Bytes(
            new ErrorResponse(Guid.NewGuid().ToString(), DateTimeOffset.UtcNow, [error]));
        return new HttpResponse(problem.Status, HttpResponse.ProblemType, body);
    }

    private static HttpResponse V1Envelope(ProblemException problem) => PersonioJson.Response(
        new V1ErrorResponse(false, new V1Error(problem.Status, problem.Message)), problem.Status);
}
