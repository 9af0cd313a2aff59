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

    /// <summary>The refusal behind an answer; null where the server's words are the best there are.</summary>
    public static KnownRefusal? Of(Endpoint endpoint, HttpStatusCode status, ErrorBody said)
    {
        if (endpoint == Endpoints.GetReport && (int)status is 400 or 404)
        {
            return s_ofReports
                .FirstOrDefault(known => said.Words?.Contains(known.Words, StringComparison.OrdinalIgnoreCase) == true)
                .Refusal;
        }

        return endpoint == Endpoints.DownloadDocument && status == HttpStatusCode.Conflict
            ? new(ErrorKind.Conflict, "Personio's virus scan found the document unsafe, so it does not hand it out.")
            : null;
    }
}
