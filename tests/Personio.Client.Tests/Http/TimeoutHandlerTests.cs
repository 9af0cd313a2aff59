using Personio.Rest.Http;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

public sealed class TimeoutHandlerTests
{
    [Fact]
    public async Task The_timeout_is_for_one_attempt_and_does_not_include_waits()
    {
        using TestSession scene = await TestSession.OpenManualAsync(
            options => options with { Timeout = TimeSpan.FromSeconds(100) });
        scene.Network.On("GET /v2/persons/1", Answer.Status(503).With("Retry-After", "200"));
        scene.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));

        Task<Person> call = GetAsync(scene);
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(200));

        Assert.Equal("1", (await call).PersonId);
    }

    [Fact]
    public async Task A_read_that_times_out_is_retried()
    {
        using TestSession scene = await TestSession.OpenManualAsync(
            options => options with { Timeout = TimeSpan.FromSeconds(100) });
        scene.Network.On("GET /v2/persons/1", NeverAsync).On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));

        Task<Person> call = GetAsync(scene);
        await scene.Network.ArrivedAsync(2);
        scene.Time.Advance(TimeSpan.FromSeconds(100));
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("1", (await call).PersonId);
        Assert.Contains(
            scene.Log.VerboseLines, line => line.Contains("gave no answer in time", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_times_out_is_not_retried_and_has_an_unknown_outcome()
    {
        using TestSession scene = await TestSession.OpenManualAsync(
            options => options with { Timeout = TimeSpan.FromSeconds(100) });
        scene.Network.On("POST /v2/persons", NeverAsync);

        Task call = scene.Client.SendAsync(Endpoints.CreatePerson.For().WithBody(new { }));
        await scene.Network.ArrivedAsync(2);
        scene.Time.Advance(TimeSpan.FromSeconds(100));
        PersonioException fault = await Refusal.OfAsync(() => call);

        Assert.Equal(ErrorKind.TimedOut, fault.Kind);
        Assert.True(fault.OutcomeUnknown);
        Assert.Contains("No answer within 100 s.", fault.Message, StringComparison.Ordinal);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_timeout_while_connecting_mentions_no_change()
    {
        var time = new ManualTime(automatic: false);
        var network = new StubNetwork();
        network.On("POST /v2/auth/token", NeverAsync);

        Task call = TestSession.OpenAsync(
            options => options with { Timeout = TimeSpan.FromSeconds(100), MaxRetry = 0 }, time, network);
        await network.ArrivedAsync(1);
        time.Advance(TimeSpan.FromSeconds(100));
        PersonioException fault = await Refusal.OfAsync(() => call);

        Assert.Equal(ErrorKind.TimedOut, fault.Kind);
        Assert.False(fault.OutcomeUnknown);
        Assert.DoesNotContain("change", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_connection_times_out_was_never_sent()
    {
        using var socket = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return Stream.Null;
            },
        };
        using var attempt = new HttpMessageInvoker(
            new TimeoutHandler(socket, Timeout.InfiniteTimeSpan, new ManualTime()));
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://127.0.0.1:1/");

        HttpRequestException fault = await Assert.ThrowsAsync<HttpRequestException>(
            () => attempt.SendAsync(request, default));

        Assert.True(RetryHandler.WasNeverSent(fault));
    }

    [Theory]
    [InlineData("""{"id":"1","first_na""")]
    [InlineData("""[{"id":"1"},""")]
    [InlineData("""{"id":""")]
    public async Task Json_that_ends_early_is_requested_again(string half)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Json(half), Answer.Json("""{"id":"1"}"""));

        Assert.Equal("1", (await GetAsync(scene)).PersonId);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_requested_again()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1",
            new HttpResponseMessage { Content = new StreamContent(new BrokenStream(new IOException("Gone."))) },
            new HttpResponseMessage
            {
                Content = new StreamContent(new BrokenStream(new InvalidDataException("Gzip."))),
            },
            Answer.Json("""{"id":"1"}"""));

        Assert.Equal("1", (await GetAsync(scene)).PersonId);
    }

    [Fact]
    public async Task A_change_whose_response_breaks_off_is_not_sent_again()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("POST /v2/persons", Answer.Json("""{"id":""", 201));

        PersonioException fault = await Refusal.OfAsync(
            () => scene.Client.CreateAsync<Person>(Endpoints.CreatePerson.For().WithBody(new { })));

        Assert.True(fault.OutcomeUnknown);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_web_page_with_status_200_is_UnexpectedResponse_and_not_requested_again()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Html(200));

        PersonioException fault = await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Single(scene.Network.Calls);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_web_page_with_status_200_does_not_count_as_a_successful_change(string method)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On($"{method} /v2/persons/1", Answer.Html(200));
        Endpoint endpoint = Endpoints.Find(new HttpMethod(method), "/v2/persons/1")!;

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(endpoint.For("1")));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.True(fault.OutcomeUnknown);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_web_page_of_a_failing_gateway_is_retried(int status)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Html(status), Answer.Json("""{"id":"1"}"""));

        Assert.Equal("1", (await GetAsync(scene)).PersonId);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_and_not_requested_again()
    {
        using TestSession scene = await TestSession.OpenAsync();
        var endless = new StreamContent(new EndlessStream());
        scene.Network.On("GET /v2/persons/1", new HttpResponseMessage { Content = endless });

        PersonioException fault = await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(ErrorKind.UnexpectedResponse, fault.Kind);
        Assert.Contains("larger than 32 MB", fault.Message, StringComparison.Ordinal);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task The_content_headers_of_a_response_are_kept_when_it_is_read()
    {
        using var attempt = new HttpMessageInvoker(new TimeoutHandler(
            new StubNetwork().On("GET /x", Answer.Of(200, "ü", "text/csv")), Timeout.InfiniteTimeSpan,
            new ManualTime()));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/x");

        using HttpResponseMessage answer = await attempt.SendAsync(request, default);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("ü"u8.ToArray(), await answer.Content.ReadAsByteArrayAsync());
    }

    private static Task<Person> GetAsync(TestSession scene) =>
        scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

    private static async Task<HttpResponseMessage> NeverAsync(SentRequest request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return Answer.Status(500);
    }
}
