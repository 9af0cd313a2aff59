using System.Net;
using Personio.Client.Json;

namespace Personio.Client;

/// <summary>
/// Refusals whose words from the server say nothing to a person: what they really mean, and what to do.
/// </summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Advice">What it means and what to do next.</param>
internal sealed record KnownRefusal(ErrorKind Kind, string Advice)
{
    private static readonly (string Words, KnownRefusal Refusal)[] s_ofReports =
    [
        ("Unsupported nested type", new(
            ErrorKind.InvalidRequest,
            "The report is grouped or shown as a chart, and Personio hands out the rows of plain tables only: "
            + "make a copy of it without groups, as a table, and share that.")),
        ("no element matching the predicate", new(
            ErrorKind.InvalidRequest,
            "The report is shared, but Personio cannot read its structure: open it in Personio, save it again, "
            + "or build it anew without the columns that no longer exist.")),
        ("Report with", new(
            ErrorKind.NotFound,
            "Check the id, and that the report is shared with this credential and open to the API: Get-PersonioReport "
            + "lists those that are.")),
    ];

    private const string ManagedLeave =
        "A long leave that HR manages in Personio, such as parental leave, is listed but cannot be changed through the "
        + "API: change it in Personio.";

    private static readonly Endpoint[] s_attendanceWrites =
        [Endpoints.CreateAttendancePeriod, Endpoints.UpdateAttendancePeriod, Endpoints.DeleteAttendancePeriod];

    // What is created cannot be a leave that is there.
    private static readonly Endpoint[] s_absenceWrites =
        [Endpoints.UpdateAbsencePeriod, Endpoints.DeleteAbsencePeriod];

    /// <summary>The refusal behind an answer; null where the server's words are the best there are.</summary>
    public static KnownRefusal? Of(Endpoint endpoint, HttpStatusCode status, ErrorBody said)
    {
        if (endpoint == Endpoints.GetReport && (int)status is 400 or 404)
        {
            return s_ofReports
                .FirstOrDefault(known => said.Words?.Contains(known.Words, StringComparison.OrdinalIgnoreCase) == true)
                .Refusal;
        }

        return (int)status switch
        {
            409 when endpoint == Endpoints.DownloadDocument => new(
                ErrorKind.Conflict, "Personio's virus scan found the document unsafe, so it does not hand it out."),
            422 when endpoint == Endpoints.ListCompensations => new(
                ErrorKind.InvalidRequest,
                "The request takes Personio too long: specify persons with -PersonId, or fewer days."),
            403 when endpoint == Endpoints.CreateCompensation => new(
                ErrorKind.AccessDenied,
                "Personio refuses this to some companies although the credential has both scopes, "
                + $"{Endpoints.ListCompensations.Scope} and {endpoint.Scope}: if it has them, ask Personio's support "
                + "whether compensations can be written in your company."),
            403 when s_attendanceWrites.Contains(endpoint) => new(
                ErrorKind.AccessDenied,
                "Personio also refuses changes of attendance that is confirmed, and further changes once the limit of "
                + $"the day is reached. If neither applies, the credential may lack the scope {endpoint.Scope}."),
            403 when s_absenceWrites.Contains(endpoint) => new(
                ErrorKind.AccessDenied,
                $"The credential probably lacks the scope {endpoint.Scope}, or this is a leave. {ManagedLeave}"),
            404 when s_absenceWrites.Contains(endpoint) && !said.IsOfGateway => new(ErrorKind.NotFound, ManagedLeave),
            409 when s_absenceWrites.Contains(endpoint) => new(ErrorKind.Conflict, ManagedLeave),
            422 when s_absenceWrites.Contains(endpoint) => new(ErrorKind.InvalidRequest, ManagedLeave),
            _ => null,
        };
    }
}
