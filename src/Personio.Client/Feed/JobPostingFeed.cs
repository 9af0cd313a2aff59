using System.Net;
using System.Text.RegularExpressions;
using Personio.Client.Json;
using Personio.Models;

namespace Personio.Client;

/// <summary>
/// Reads the public job feeds of companies, which need neither a credential nor a session. Retries, time limits,
/// redaction and errors work as for every other request.
/// </summary>
/// <param name="log">Receives diagnostics and the errors of unreadable positions.</param>
public sealed partial class JobPostingFeed(IActivityLog log)
{
    private const string CareerPageDomain = ".jobs.personio.de";

    // For most companies, Personio serves both domains; some are known to exist only at the second one.
    private static readonly string[] s_domains = [CareerPageDomain, ".jobs.personio.com"];

    private static readonly ServiceDescription s_service = PersonioService.Description with
    {
        IsLoggable = parameter => parameter == "language",
        Explain = (_, status, _) => status == HttpStatusCode.TooManyRequests
            ? new KnownError(ErrorKind.RateLimited, "Try again later.")
            : null,
        MissingRightAdvice = _ =>
            "The feed is public and takes no credential: check whether a proxy or firewall blocks it.",
    };

    /// <summary>
    /// The origin of the feed: https, or http on this computer; no path. Null for that of the company's career page.
    /// </summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The name of the calling program in the User-Agent header.</summary>
    public string Product { get; init; } = "Personio-Client";

    /// <summary>The maximum number of retries.</summary>
    public int MaxRetry { get; init; } = 5;

    /// <summary>The time limit of one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    // Replaces the network in tests.
    internal HttpMessageHandler? Network { get; init; }

    /// <summary>Reads all positions that a company advertises; the feed is a single document.</summary>
    /// <param name="company">The company as in the URL of its career page: acme for acme.jobs.personio.de.</param>
    /// <param name="language">The language of the texts, for example de; null for that of the feed.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PersonioException">
    /// The text is not a company name (<c>InvalidRequest</c>), the company has no feed (<c>NotFound</c>), or the feed
    /// could not be read.
    /// </exception>
    public async Task<IReadOnlyList<JobPosting>> ReadAsync(
        string company, string? language = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(company);
        string name = company.Trim().ToLowerInvariant();
        if (!HostLabel().IsMatch(name))
        {
            throw PersonioException.Invalid(
                $"'{company}' is not a company name. Specify the part before {CareerPageDomain} in the address of the "
                + "career page, for example acme.");
        }

        Uri[] origins = BaseUri is null
            ? [.. s_domains.Select(domain => new Uri($"https://{name}{domain}/"))]
            : [SessionOptionsValidator.CheckOrigin(BaseUri)];
        PersonioException? missing = null;
        foreach (Uri origin in origins)
        {
            try
            {
                return await ReadAsync(name, origin, language, cancellationToken).ConfigureAwait(false);
            }
            catch (PersonioException fault) when (IsMissing(fault))
            {
                missing = fault;
            }
        }

        throw NotFound(name, origins, missing!);
    }

    private async Task<IReadOnlyList<JobPosting>> ReadAsync(
        string company, Uri origin, string? language, CancellationToken cancellationToken)
    {
        using var transport = new ApiTransport(new TransportOptions
        {
            Service = s_service,
            SessionName = company,
            BaseUri = origin,
            UserAgent = SessionOptionsValidator.CreateUserAgent(Product),
            MaxRetry = MaxRetry,
            Timeout = Timeout,
            Network = Network,
        });
        log.Verbose($"Reading the job feed of {company} at {origin.Authority}.");
        var listing = new PageReader<JobPosting>(
            transport, log, Endpoints.ListJobPostings.For().With("language", language), null, JobFeedReader.ReadPage,
            Identity.Get);
        string query = language is null ? "" : $"?language={Uri.EscapeDataString(language)}";
        var rows = new List<JobPosting>();
        await foreach (JobPosting row in listing.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string page = $"job/{Uri.EscapeDataString(row.JobPostingId ?? "")}{query}";
            rows.Add(row with { Company = company, Url = new Uri(origin, page).AbsoluteUri });
        }

        return rows;
    }

    // For an unknown company, Personio returns a page of its website or redirects to it.
    private static bool IsMissing(PersonioException fault) => fault.StatusCode is 404 or 410 or (>= 300 and < 400);

    private static PersonioException NotFound(string company, Uri[] origins, PersonioException cause) => cause.As(
        ErrorKind.NotFound,
        $"The job feed of company '{company}' was not found at "
        + $"{string.Join(" or ", origins.Select(origin => origin.Authority))}. Check the name in the address of the "
        + "career page, and that the feed is enabled in the career page settings in Personio.",
        "JobPostingFeed");

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex HostLabel();
}
