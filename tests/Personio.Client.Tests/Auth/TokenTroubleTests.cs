using System.Text;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Auth;

/// <summary>Failures of getting a token do not count as failures of the request that needs it.</summary>
public sealed class TokenTroubleTests
{
    private static readonly HttpRequestException s_reset = new(HttpRequestError.Unknown, "Connection reset.");

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public async Task The_token_request_for_a_change_is_retried_although_the_change_would_not_be(string method)
    {
        using TestSession scene = await OpenWithExpiredAsync();
        scene.Network.On("POST /v2/auth/token", s_reset)
            .On("POST /v2/auth/token", Answer.Status(503), Answer.Token("papi-token-2"));
        ApiRequest change = ChangeOf(method);
        scene.Network.On($"{method} {change.Path}", Answer.Status(204));

        await scene.Client.SendAsync(change);

        Assert.Equal("Bearer papi-token-2", Assert.Single(scene.Network.Calls).Authorization);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_change_that_got_no_token_is_reported_as_not_sent(string method)
    {
        using TestSession scene = await OpenWithExpiredAsync();
        scene.Network.Always("POST /v2/auth/token", (_, _) => throw s_reset);

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(ChangeOf(method)));

        Assert.Equal(ErrorKind.ConnectionFailed, fault.Kind);
        Assert.Equal("/v2/auth/token", fault.Path);
        Assert.False(fault.OutcomeUnknown);
        Assert.Empty(scene.Network.Calls);
    }

    [Fact]
    public async Task A_failing_token_endpoint_is_tried_as_often_as_promised_and_not_again_for_each_attempt()
    {
        using TestSession scene = await OpenWithExpiredAsync();
        scene.Network.Always("POST /v2/auth/token", (_, _) => throw s_reset);

        await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(1 + 6, scene.Network.TokenRequests.Count);
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_is_an_error_even_if_its_token_took_two_attempts()
    {
        using TestSession scene = await OpenWithExpiredAsync();
        scene.Network.On("POST /v2/auth/token", Answer.Status(503), Answer.Token("papi-token-2"));
        scene.Network.On("DELETE /v2/persons/1", Answer.Status(404));

        PersonioException fault =
            await Refusal.OfAsync(() => scene.Client.SendAsync(Endpoints.DeletePerson.For("1")));

        Assert.Equal(ErrorKind.NotFound, fault.Kind);
    }

    [Fact]
    public async Task A_download_that_needs_a_new_token_contains_the_document_and_never_the_token()
    {
        using TestSession scene = await OpenWithExpiredAsync();
        scene.Network.On("POST /v2/auth/token", Answer.Token("papi-token-2"));
        scene.Network.On(
            "GET /v2/document-management/documents/1/download", Answer.Of(200, "content", "text/plain"));
        using var target = new MemoryStream();

        await scene.Client.Files.DownloadAsync(Endpoints.DownloadDocument.For("1"), target);

        Assert.Equal("content", Encoding.UTF8.GetString(target.ToArray()));
    }

    [Fact]
    public async Task In_the_last_minute_of_a_token_a_failing_endpoint_is_tried_once_every_ten_seconds()
    {
        using TestSession scene = await TestSession.OpenAsync(network: new StubNetwork()
            .On("POST /v2/auth/token", Answer.Token("papi-token-1", 1000))
            .Always("POST /v2/auth/token", _ => Answer.Status(503)));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));

        scene.Time.Advance(TimeSpan.FromSeconds(945));
        await GetAsync(scene);
        await GetAsync(scene);
        scene.Time.Advance(TimeSpan.FromSeconds(9));
        await GetAsync(scene);
        int before = scene.Network.TokenRequests.Count;
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await GetAsync(scene);

        Assert.Equal(2, before);
        Assert.Equal(3, scene.Network.TokenRequests.Count);
    }

    [Fact]
    public async Task The_other_callers_use_the_old_token_during_an_early_renewal()
    {
        var release = new TaskCompletionSource<HttpResponseMessage>();
        using TestSession scene = await TestSession.OpenAsync(network: new StubNetwork()
            .On("POST /v2/auth/token", Answer.Token("papi-token-1", 1000))
            .On("POST /v2/auth/token", (_, _) => release.Task));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));
        scene.Time.Advance(TimeSpan.FromSeconds(950));

        Task<Person> first = GetAsync(scene);
        await scene.Network.ArrivedAsync(2);
        await GetAsync(scene).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.False(first.IsCompleted);
        release.SetResult(Answer.Token("papi-token-2"));
        await first;
        Assert.Equal(
            ["Bearer papi-token-1", "Bearer papi-token-2"], scene.Network.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_service_that_is_known_to_repeat_its_token_is_asked_once_for_each_expiry()
    {
        using TestSession scene = await TestSession.OpenAsync(network: new StubNetwork().On(
            "POST /v2/auth/token",
            Answer.Token("papi-token-1", 100), Answer.Token("papi-token-1", 50), Answer.Token("papi-token-2", 100),
            Answer.Token("papi-token-3", 100)));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));

        for (int i = 0; i < 21; i++)
        {
            scene.Time.Advance(TimeSpan.FromSeconds(10));
            await GetAsync(scene);
        }

        Assert.Equal(4, scene.Network.TokenRequests.Count);
        Assert.Equal("Bearer papi-token-3", scene.Network.Calls[^1].Authorization);
    }

    [Fact]
    public async Task A_repeated_token_that_is_rejected_just_before_its_end_counts_as_expired()
    {
        using TestSession scene = await TestSession.OpenAsync(network: new StubNetwork().On(
            "POST /v2/auth/token",
            Answer.Token("papi-token-1", 1000), Answer.Token("papi-token-1", 60), Answer.Token("papi-token-2", 1000)));
        scene.Network.On(
            "GET /v2/persons/1",
            Answer.Json("""{"id":"1"}"""), Answer.Status(401), Answer.Json("""{"id":"1"}"""));
        scene.Time.Advance(TimeSpan.FromSeconds(940));
        await GetAsync(scene);

        // By the service's clock, it has expired: the reported seconds were rounded up.
        scene.Time.Advance(TimeSpan.FromSeconds(59.5));
        await GetAsync(scene);

        Assert.Equal("Bearer papi-token-2", scene.Network.Calls[^1].Authorization);
    }

    private static Task<Person> GetAsync(TestSession scene) =>
        scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

    private static ApiRequest ChangeOf(string method) => method switch
    {
        "POST" => Endpoints.CreatePerson.For().WithBody(new { first_name = "First" }),
        "PATCH" => Endpoints.UpdatePerson.For("1").WithBody(new { first_name = "First" }),
        _ => Endpoints.DeletePerson.For("1"),
    };

    private static async Task<TestSession> OpenWithExpiredAsync()
    {
        TestSession scene = await TestSession.OpenAsync(
            network: new StubNetwork().On("POST /v2/auth/token", Answer.Token("papi-token-1", 1000)));
        scene.Time.Advance(TimeSpan.FromSeconds(1001));
        return scene;
    }
}
