using System.Net;
using Personio.Client.Json;
using Personio.Rest.Http;

namespace Personio.Client;

/// <summary>Describes Personio for the HTTP pipeline.</summary>
internal static class PersonioService
{
    /// <summary>The advice for a credential that Personio rejects.</summary>
    public const string CredentialAdvice =
        "Check client id and client secret: in Personio, Marketplace > Connected integrations (formerly Settings > "
        + "Integrations > API credentials).";

    // The query parameters whose values may be logged. Names, email addresses and comments may not.
    private static readonly HashSet<string> s_loggable = new(
        ["limit", "status", "type", "sort", "skip_approval", "locale", "include"], StringComparer.Ordinal);

    /// <summary>The only instance.</summary>
    public static ServiceDescription Description { get; } = new()
    {
        Name = "Personio",
        TokenEndpoint = Endpoints.CreateToken,
        RevocationEndpoint = Endpoints.RevokeToken,
        Bucket = new BucketHeaders(
            "x-ratelimit-replenish-rate", "x-ratelimit-burst-capacity", "x-ratelimit-remaining",
            "x-ratelimit-requested-tokens"),
        // Below the smallest bucket observed (10, refilled with 10 per second), because another program may use it too
        // and requests arrive closer together than they were sent.
        Pacing = new Pacing(Rate: 8, Burst: 4, Ceiling: 30),
        WriteBody = PersonioJson.Write,
        HeadersOf = request => request.Beta || request.Endpoint.Beta ? [new("Beta", "true")] : [],
        IsLoggable = IsLoggable,
        ReadError = ErrorShapes.Read,
        Explain = KnownErrors.Find,
        IsGatewayMiss = (status, body) => status == HttpStatusCode.NotFound
            && (body.Span.IndexOf("#apinot_found"u8) >= 0 || body.Span.IndexOf("The endpoint with"u8) >= 0),
        RejectsToken = (path, body) =>
            path.StartsWith("/v1/", StringComparison.Ordinal) && KnownErrors.RejectsToken(body),
        HidesFailure = ErrorShapes.HidesFailure,
        MissingRightAdvice = MissingScopeAdvice,
        CredentialAdvice = said => said.Words?.Contains("invalid_scope", StringComparison.Ordinal) == true
            ? "Ask only for scopes that the credential has."
            : CredentialAdvice,
    };

    /// <summary>Whether the values of a query parameter contain no personal data.</summary>
    public static bool IsLoggable(string parameter) =>
        s_loggable.Contains(parameter) || parameter.Contains("date", StringComparison.Ordinal)
        || parameter.Contains("_at.", StringComparison.Ordinal);

    private static string MissingScopeAdvice(Endpoint endpoint) => endpoint.Scope is { } scope
        ? $"The credential probably lacks the scope {scope}: rights cannot be added later, create a new integration."
        : "The credential probably lacks a right: check it in Personio's settings.";
}
