using Personio.Client.Json;

namespace Personio.Client;

/// <summary>Lists the rows of reports, whose pages have a format of their own.</summary>
public static class ReportListing
{
    /// <summary>Lists the rows of a report, reading each page as it is needed.</summary>
    /// <param name="client">The client.</param>
    /// <param name="reportId">The id of the report.</param>
    /// <param name="locale">The language of labels and options, for example de; null for Personio's default.</param>
    /// <param name="first">The maximum number of rows; null for all.</param>
    /// <param name="cancellationToken">Cancels the listing and any pages being read ahead.</param>
    /// <exception cref="PersonioException">A page could not be read.</exception>
    public static IAsyncEnumerable<ReportRow> ListReportRowsAsync(
        this PersonioClient client, string reportId, string? locale = null, int? first = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        int size = Endpoints.GetReport.PageSize;
        ApiRequest request = Endpoints.GetReport.For(reportId)
            .With("locale", locale)
            .WithLimit(Math.Clamp(first ?? size, 1, size));
        return new PageReader<ReportRow>(
            client.Session.Transport, client.Log, request, first, new ReportReader().ReadPage, Identity.Get)
            .ReadAsync(cancellationToken);
    }
}
