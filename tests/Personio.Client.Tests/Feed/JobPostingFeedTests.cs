using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Feed;

public sealed class JobPostingFeedTests : IDisposable
{
    private const string One = "<workzag-jobs><position><id>7</id><name>Clerk</name></position></workzag-jobs>";

    private readonly StubNetwork _network = new();
    private readonly RecordingLog _log = new();

    private JobPostingFeed Feed => new(_log) { Network = _network, MaxRetry = 0 };

    public void Dispose() => _network.Dispose();

    [Fact]
    public async Task The_feed_of_the_career_page_is_read_without_a_token()
    {
        _network.On("GET /xml", Answer.Of(200, One, "application/xml"));

        JobPosting posting = Assert.Single(await Feed.ReadAsync("Acme", "de"));

        SentRequest sent = Assert.Single(_network.Calls);
        Assert.Equal("https://acme.jobs.personio.de/xml?language=de", sent.Uri.AbsoluteUri);
        Assert.False(sent.Headers.ContainsKey("Authorization"));
        Assert.Empty(_network.TokenRequests);
        Assert.Equal(("acme", "7", "Clerk"), (posting.Company, posting.JobPostingId, posting.Name));
        Assert.Equal("https://acme.jobs.personio.de/job/7?language=de", posting.Url);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(307)]
    public async Task A_company_that_is_not_at_the_first_domain_is_looked_up_at_the_second(int status)
    {
        _network.On("GET /xml", Answer.Html(status), Answer.Of(200, One, "application/xml"));

        JobPosting posting = Assert.Single(await Feed.ReadAsync("acme"));

        Assert.Equal(
            ["acme.jobs.personio.de", "acme.jobs.personio.com"], _network.Calls.Select(sent => sent.Uri.Host));
        Assert.Equal("https://acme.jobs.personio.com/job/7", posting.Url);
    }

    [Fact]
    public async Task A_company_at_neither_domain_is_reported_with_both()
    {
        _network.On("GET /xml", Answer.Html(404), Answer.Html(307));

        PersonioException fault = await Assert.ThrowsAsync<PersonioException>(() => Feed.ReadAsync("nobody-here"));

        Assert.Equal((ErrorKind.NotFound, "JobPostingFeed"), (fault.Kind, fault.Noun));
        Assert.Contains(
            "'nobody-here' was not found at nobody-here.jobs.personio.de or nobody-here.jobs.personio.com.",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_feed_is_not_looked_up_elsewhere_and_blames_no_credential()
    {
        _network.On("GET /xml", Answer.Status(403));

        PersonioException fault = await Assert.ThrowsAsync<PersonioException>(() => Feed.ReadAsync("acme"));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Contains("takes no credential", fault.Message, StringComparison.Ordinal);
        Assert.Single(_network.Calls);
    }
}
