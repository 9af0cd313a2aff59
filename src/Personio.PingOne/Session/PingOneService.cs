using System.Net;
using Personio.PingOne.Json;
using Personio.Rest.Http;

namespace Personio.PingOne;

/// <summary>Describes PingOne for the HTTP pipeline.</summary>
internal static class PingOneService
{
    // PingOne announces no rate limit. Four requests in flight leave room for other programs on the same license.
    private const int MaxInFlight = 4;

    /// <summary>
    /// Describes the service for one session: advice about the credential names its environment and region.
    /// </summary>
    public static ServiceDescription Describe(PingOneSessionOptions options) => new()
    {
        Name = "PingOne",
        TokenEndpoint = Endpoints.CreateToken,
        Pacing = new Pacing(options.RequestsPerSecond, Burst: MaxInFlight, MaxInFlight, IsShared: true),
        WriteBody = PingOneJson.Write,
        // Filters contain names and addresses.
        IsLoggable = parameter => parameter is "limit" or "expand" or "include",
        ReadError = ErrorShape.Read,
        TraceHeader = "Correlation-Id",
        Explain = Explain,
        MissingRightAdvice = MissingRoleAdvice,
        CredentialAdvice = error => CredentialAdvice(options, error),
    };

    private static KnownError? Explain(Endpoint endpoint, HttpStatusCode status, ErrorBody error)
    {
        if (endpoint == Endpoints.CreateToken)
        {
            // Wrong region or environment ID. The body differs between the two and is not documented.
            return status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
                ? new KnownError(ErrorKind.AuthenticationFailed, null, NextStep.CheckEnvironment)
                : IsWrongMethod(error)
                    ? new KnownError(ErrorKind.AuthenticationFailed, null, NextStep.ChangeClientAuthentication)
                    : null;
        }

        return error.Codes switch
        {
            _ when error.Codes.Contains("LICENSE_EXCEEDED") => new KnownError(
                ErrorKind.AccessDenied,
                "The license of the environment does not allow more. Ask the owner of the license."),
            _ when error.Codes.Contains("UNIQUENESS_VIOLATION") => new KnownError(
                ErrorKind.Conflict,
                "The value may belong to a user outside the populations that the worker app can see."),
            _ => null,
        };
    }

    private static string MissingRoleAdvice(Endpoint endpoint) =>
        $"The worker app probably lacks the role '{endpoint.Scope ?? "Identity Data Admin"}' on this environment. In "
        + "the PingOne console open Applications > Applications > your app > Roles > Grant Roles. A new role takes a "
        + "few minutes to work.";

    private static string CredentialAdvice(PingOneSessionOptions options, ErrorBody error)
    {
        Guid environment = options.AuthEnvironmentId ?? options.EnvironmentId;
        string place = options.Region is { } region
            ? $"region {region.Code} ({region.Name})"
            : options.AuthBaseUri.Authority;
        if (error.Codes.Contains("NOT_FOUND"))
        {
            return $"Environment {environment:D} was not found in {place}. Check both under Settings > Environment "
                + "Properties.";
        }

        if (error.Codes.Contains("ACCESS_FAILED"))
        {
            return "The worker app has no role. In the PingOne console open Applications > Applications > your app > "
                + "Roles > Grant Roles, and grant Identity Data Read Only or Identity Data Admin on the environment.";
        }

        return IsWrongMethod(error)
            ? $"The worker app is not set to Client Secret {options.Authentication}, or the secret is empty. See Token "
                + "Endpoint Authentication Method under Applications > Applications > your app > Configuration."
            : "Check client id and client secret under Applications > Applications > your app > Overview, that the app "
                + $"is switched on, and that it belongs to environment {environment:D} in {place}.";
    }

    // The message is not a contract, so it only selects the better hint.
    private static bool IsWrongMethod(ErrorBody error) =>
        error.Words?.Contains("Unsupported authentication method", StringComparison.OrdinalIgnoreCase) == true;
}
