using System.Net;

namespace Personio.Client;

/// <summary>
/// Explains errors whose status and message from Personio are of little help: what they really mean, and what to do.
/// </summary>
internal static class KnownErrors
{
    private static readonly (string Words, KnownError Refusal)[] s_reportErrors =
    [
        ("Unsupported nested type", new(
            ErrorKind.InvalidRequest,
            "The report is grouped or shown as a chart, and Personio returns the rows of plain tables only: "
            + "make a copy of it without groups, as a table, and share that.")),
        ("no element matching the predicate", new(
            ErrorKind.InvalidRequest,
            "The report is shared, but Personio cannot read its structure: open it in Personio, save it again, "
            + "or rebuild it without the columns that no longer exist.")),
        ("Report with", new(
            ErrorKind.NotFound,
            "Check the id, and that the report is shared with this credential and open to the API: the list of "
            + "reports has those that are.")),
    ];

    private const string ManagedLeave =
        "A long leave that HR manages in Personio, such as parental leave, is listed but cannot be changed through the "
        + "API: change it in Personio.";

    private static readonly Endpoint[] s_attendanceWrites =
        [Endpoints.CreateAttendancePeriod, Endpoints.UpdateAttendancePeriod, Endpoints.DeleteAttendancePeriod];

    // A new absence cannot be an existing managed leave.
    private static readonly Endpoint[] s_absenceWrites =
        [Endpoints.UpdateAbsencePeriod, Endpoints.DeleteAbsencePeriod];

    /// <summary>Returns the explanation of an error; null if the status and Personio's message say it best.</summary>
    public static KnownError? Find(Endpoint endpoint, HttpStatusCode status, ErrorBody error) => (int)status switch
    {
        401 or 403 when endpoint.Version == 1 && RejectsToken(error.Words) =>
            new(ErrorKind.AuthenticationFailed, PersonioService.CredentialAdvice),
        403 when endpoint == Endpoints.CreateCompensation => new(
            ErrorKind.AccessDenied,
            "Personio refuses this to some companies although the credential has both scopes, "
            + $"{Endpoints.ListCompensations.Scope} and {endpoint.Scope}: if it has them, ask Personio's support "
            + "whether compensations can be written in your company."),
        403 when s_attendanceWrites.Contains(endpoint) => new(
            ErrorKind.AccessDenied,
            "Personio also refuses changes of attendance that is confirmed, and further changes once the limit of the "
            + $"day is reached. If neither applies, the credential may lack the scope {endpoint.Scope}."),
        403 when s_absenceWrites.Contains(endpoint) => new(
            ErrorKind.AccessDenied,
            $"The credential probably lacks the scope {endpoint.Scope}, or this is a leave. {ManagedLeave}"),
        401 or 403 => null,
        412 => new(ErrorKind.AccessDenied, "The feature is not switched on for this company."),
        400 or 404 when endpoint == Endpoints.GetReport && FindReportError(error) is { } known => known,
        409 when endpoint == Endpoints.DownloadDocument =>
            new(ErrorKind.Conflict, "Personio's virus scan found the document unsafe, so it cannot be downloaded."),
        422 when endpoint == Endpoints.ListCompensations => new(
            ErrorKind.InvalidRequest,
            "The request takes Personio too long: ask for fewer persons, or for fewer days."),
        404 when s_absenceWrites.Contains(endpoint) && !IsFromGateway(error) => new(ErrorKind.NotFound, ManagedLeave),
        409 when s_absenceWrites.Contains(endpoint) => new(ErrorKind.Conflict, ManagedLeave),
        422 when s_absenceWrites.Contains(endpoint) => new(ErrorKind.InvalidRequest, ManagedLeave),
        // Reports use this for a missing right; the gateway answers its own 404 for endpoints that are not offered.
        400 when Contains(error, "Unauthorized token") => new(ErrorKind.AccessDenied),
        404 when IsFromGateway(error) && endpoint.Scope is null => new(
            ErrorKind.AccessDenied,
            "Check the path. If it is right, the endpoint is not offered to this company: it may not be part of the "
            + "plan."),
        404 when IsFromGateway(error) => new(
            ErrorKind.AccessDenied,
            "The endpoint is not offered to this company: it may not be part of the plan."),
        >= 200 and < 300 when endpoint != Endpoints.CreateToken && !error.IsHtml => new(ErrorKind.InvalidRequest),
        _ => null,
    };

    /// <summary>Whether this is the message with which API v1 rejects a token, with status 403.</summary>
    public static bool RejectsToken(string? words) =>
        words?.Contains("Provided authorization is not valid", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsFromGateway(ErrorBody error) => Contains(error, "The endpoint with");

    private static KnownError? FindReportError(ErrorBody error) =>
        s_reportErrors.FirstOrDefault(known => Contains(error, known.Words)).Refusal;

    private static bool Contains(ErrorBody error, string words) =>
        error.Words?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
