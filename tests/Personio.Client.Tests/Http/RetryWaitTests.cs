using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

public sealed class RetryWaitTests
{
    [Theory]
    [InlineData("8", 8)]
    [InlineData("300", 300)]
    public async Task Retry_After_is_honored(string retryAfter, double seconds)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1",
            Answer.Status(503).With("Retry-After", retryAfter), Answer.Json("""{"id":"1"}"""));

        await GetAsync(scene);

        Assert.Equal(TimeSpan.FromSeconds(seconds), scene.Time.Elapsed);
    }

    [Fact]
    public async Task A_date_in_Retry_After_is_honored()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1",
            Answer.Status(503).With("Retry-After", "Thu, 01 Jan 2026 00:00:20 GMT"), Answer.Json("""{"id":"1"}"""));

        await GetAsync(scene);

        Assert.Equal(TimeSpan.FromSeconds(20), scene.Time.Elapsed);
    }

    [Theory]
    [InlineData(429, ErrorKind.RateLimited)]
    [InlineData(503, ErrorKind.ServiceUnavailable)]
    public async Task A_server_that_asks_for_more_than_five_minutes_is_not_waited_for(int status, ErrorKind kind)
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Status(status).With("Retry-After", "301"));

        PersonioException fault = await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(kind, fault.Kind);
        Assert.Empty(scene.Time.Waits);
    }

    [Fact]
    public async Task Waits_grow_if_the_server_does_not_specify_any()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Status(500));

        await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal([0.25, 0.5, 1, 2, 4], scene.Time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_short_wait_is_reported_on_Verbose()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1",
            Answer.Status(503).With("Retry-After", "10"), Answer.Json("""{"id":"1"}"""));

        await GetAsync(scene);

        Assert.Contains("GET /v2/persons/1 answered 503, try 1 of 6; waiting 10 s.", scene.Log.VerboseLines);
        Assert.Empty(scene.Log.Warnings);
    }

    [Fact]
    public async Task A_wait_beyond_ten_seconds_is_reported_as_a_warning()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1",
            Answer.Status(429).With("Retry-After", "11"), Answer.Json("""{"id":"1"}"""));

        await GetAsync(scene);

        Assert.Equal(["GET /v2/persons/1 answered 429, try 1 of 6; waiting 11 s."], scene.Log.Warnings);
    }

    [Fact]
    public async Task A_lost_connection_is_reported_as_such()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", new HttpRequestException(HttpRequestError.ResponseEnded, "Gone."))
            .On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));

        await GetAsync(scene);

        Assert.Contains("GET /v2/persons/1 lost its connection, try 1 of 6; waiting 0.3 s.", scene.Log.VerboseLines);
    }

    [Fact]
    public async Task Waits_of_the_token_request_are_reported_to_the_waiting_caller()
    {
        StubNetwork network = new StubNetwork().On(
            "POST /v2/auth/token", Answer.Status(503).With("Retry-After", "12"), Answer.Token("papi-token-1"));

        using TestSession scene = await TestSession.OpenAsync(network: network);

        Assert.Equal(["POST /v2/auth/token answered 503, try 1 of 6; waiting 12 s."], scene.Log.Warnings);
    }

    [Fact]
    public async Task Canceling_ends_a_wait_immediately()
    {
        using TestSession scene = await TestSession.OpenManualAsync();
        using var stop = new CancellationTokenSource();
        scene.Network.On("GET /v2/persons/1", Answer.Status(503).With("Retry-After", "100"));
        Task<Person> call = scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"), stop.Token);
        await scene.Time.PendingAsync(1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(TimeSpan.Zero, scene.Time.Elapsed);
        Assert.Single(scene.Network.Calls);
    }

    [Fact]
    public async Task A_fault_while_the_caller_cancels_is_only_a_cancellation()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var stop = new CancellationTokenSource();
        scene.Network.On("POST /v2/persons", (_, _) =>
        {
            stop.Cancel();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "Gone.");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => scene.Client.SendAsync(Endpoints.CreatePerson.For().WithBody(new { }), stop.Token));
    }

    [Fact]
    public async Task A_message_about_a_request_contains_no_personal_data()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons", Answer.Status(503), Answer.Json("""{"_data":[]}"""));

        await scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For().With("email", "first@example.org"));

        Assert.DoesNotContain("first", scene.Log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("papi-", scene.Log.Everything, StringComparison.Ordinal);
    }

    private static Task<Person> GetAsync(TestSession scene) =>
        scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
}
