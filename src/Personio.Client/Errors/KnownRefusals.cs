using System.Net;

namespace Personio.Client;

/// <summary>
/// Refusals whose status or words from Personio say little to a person: what they really mean, and what to do.
/// </summary>
internal static class KnownRefusals
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
            "Check the id, and that the report is shared with this credential and open to the API: the list of "
            + "reports has those that are.")),
    ];

    /// <summary>The refusal behind an answer; null where the status and Personio's words are the best there are.
    /// </summary>
    public static KnownRefusal? Of(Endpoint endpoint, HttpStatusCode status, ErrorBody said) => (int)status switch
    {
        401 or 403 => null,
        412 => new(ErrorKind.AccessDenied, "The feature is not switched on for this company."),
        400 or 404 when endpoint == Endpoints.GetReport && OfReport(said) is { } known => known,
        409 when endpoint == Endpoints.DownloadDocument =>
            new(ErrorKind.Conflict, "Personio's virus scan found the document unsafe, so it does not hand it out."),
        // Reports say a missing right like this; a gateway hides what is not offered behind a 404 of its own.
        400 when Says(said, "Unauthorized token") => new(ErrorKind.AccessDenied),
        404 when Says(said, "The endpoint with") => new(
            ErrorKind.AccessDenied,
            "The endpoint is not offered to this company: it may be a beta, or not part of the plan."),
        >= 200 and < 300 when endpoint.Version == 1 && !said.IsHtml => new(ErrorKind.InvalidRequest),
        _ => null,
    };

    private static KnownRefusal? OfReport(ErrorBody said) =>
        s_ofReports.FirstOrDefault(known => Says(said, known.Words)).Refusal;

    private static bool Says(ErrorBody said, string words) =>
        said.Words?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
