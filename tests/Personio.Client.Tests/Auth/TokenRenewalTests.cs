using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Auth;

public sealed class TokenRenewalTests
{
    [Fact]
    public async Task A_renewal_that_returns_the_rejected_token_is_AccessDenied_and_names_the_scope()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Problem(401, "Unauthorized Request", "No."));

        PersonioException fault = await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Equal("personio:persons:read", fault.MissingScope);
        Assert.Contains("personio:persons:read", fault.Message, StringComparison.Ordinal);
        Assert.Single(scene.Network.Calls);
        Assert.Equal(2, scene.Network.TokenRequests.Count);
    }

    [Fact]
    public async Task A_second_denied_call_within_a_minute_requests_no_new_token()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Problem(401));
        await Refusal.OfAsync(() => GetAsync(scene));

        scene.Time.Advance(TimeSpan.FromSeconds(59));
        await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(2, scene.Network.TokenRequests.Count);
    }

    [Fact]
    public async Task A_denied_call_after_a_minute_requests_a_new_token()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Problem(401));
        await Refusal.OfAsync(() => GetAsync(scene));

        scene.Time.Advance(TimeSpan.FromSeconds(60));
        await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(3, scene.Network.TokenRequests.Count);
    }

    [Fact]
    public async Task A_new_token_that_is_rejected_as_well_fails_the_call_without_a_loop()
    {
        using TestSession scene = await OpenWithTokensAsync(
            Answer.Token("papi-token-1"), Answer.Token("papi-token-2"), Answer.Token("papi-token-3"));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Problem(401));

        PersonioException fault = await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(ErrorKind.AccessDenied, fault.Kind);
        Assert.Equal(3, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_rejected_change_is_sent_again_with_the_new_token_and_its_body()
    {
        using TestSession scene = await OpenWithTokensAsync(Answer.Token("papi-token-1"), Answer.Token("papi-token-2"));
        scene.Network.On("PATCH /v2/persons/1", Answer.Status(401), Answer.Status(204));

        await scene.Client.SendAsync(Endpoints.UpdatePerson.For("1").WithBody(new { first_name = "First" }));

        Assert.Equal(
            ["Bearer papi-token-1", "Bearer papi-token-2"], scene.Network.Calls.Select(call => call.Authorization));
        Assert.All(scene.Network.Calls, call => Assert.Equal("""{"first_name":"First"}""", call.Body));
        Assert.Contains(scene.Log.VerboseLines, line => line.Contains("new one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renewal_that_is_refused_is_AuthenticationFailed()
    {
        using TestSession scene = await OpenWithTokensAsync(
            Answer.Token("papi-token-1"), Answer.Json("""{"error":"invalid_client"}""", 400));
        scene.Network.On("GET /v2/persons/1", Answer.Problem(401));

        PersonioException fault = await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
    }

    [Fact]
    public async Task A_token_that_expires_between_two_pages_loses_and_duplicates_no_row()
    {
        using TestSession scene = await OpenWithTokensAsync(Answer.Token("papi-token-1"), Answer.Token("papi-token-2"));
        scene.Network.On("GET /v2/persons",
            Answer.Persons(1, 50, "/v2/persons?cursor=c2"), Answer.Status(401), Answer.Persons(51, 50));

        IReadOnlyList<Person> rows = await scene.Client.ListAllAsync<Person>(Endpoints.ListPersons.For());

        Assert.Equal(Enumerable.Range(1, 100).Select(id => $"{id}"), rows.Select(row => row.PersonId));
        Assert.Equal("Bearer papi-token-2", scene.Network.Calls[2].Authorization);
        Assert.Equal("/v2/persons?cursor=c2", scene.Network.Calls[2].PathAndQuery);
    }

    [Fact]
    public async Task A_token_is_renewed_a_minute_before_it_expires()
    {
        using TestSession scene = await OpenWithTokensAsync(
            Answer.Token("papi-token-1", 3600), Answer.Token("papi-token-2"));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));

        scene.Time.Advance(TimeSpan.FromSeconds(3539));
        await GetAsync(scene);
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(scene);

        Assert.Equal(
            ["Bearer papi-token-1", "Bearer papi-token-2"], scene.Network.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_token_near_its_end_that_does_not_change_is_not_requested_with_every_call()
    {
        using TestSession scene = await OpenWithTokensAsync(
            Answer.Token("papi-token-1", 100), Answer.Token("papi-token-1", 50), Answer.Token("papi-token-2"));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));

        scene.Time.Advance(TimeSpan.FromSeconds(50));
        await GetAsync(scene);
        await GetAsync(scene);
        scene.Time.Advance(TimeSpan.FromSeconds(49));
        await GetAsync(scene);
        int before = scene.Network.TokenRequests.Count;
        scene.Time.Advance(TimeSpan.FromSeconds(1));
        await GetAsync(scene);

        Assert.Equal(2, before);
        Assert.Equal(3, scene.Network.TokenRequests.Count);
        Assert.Equal("Bearer papi-token-2", scene.Network.Calls[^1].Authorization);
    }

    [Fact]
    public async Task A_failed_early_renewal_is_harmless_while_the_token_is_valid()
    {
        using TestSession scene = await OpenWithTokensAsync(Answer.Token("papi-token-1", 1000), Answer.Json("{}", 400));
        scene.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));
        scene.Time.Advance(TimeSpan.FromSeconds(950));

        Person person = await GetAsync(scene);

        Assert.Equal("1", person.PersonId);
        Assert.Equal("Bearer papi-token-1", Assert.Single(scene.Network.Calls).Authorization);
    }

    [Fact]
    public async Task A_renewal_that_fails_after_the_token_expired_fails_the_call()
    {
        using TestSession scene = await OpenWithTokensAsync(Answer.Token("papi-token-1", 1000), Answer.Json("{}", 400));
        scene.Time.Advance(TimeSpan.FromSeconds(1000));

        PersonioException fault = await Refusal.OfAsync(() => GetAsync(scene));

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public async Task Changing_the_system_clock_does_not_affect_the_age_of_a_token(int days)
    {
        using TestSession scene = await OpenWithTokensAsync(
            Answer.Token("papi-token-1", 3600), Answer.Token("papi-token-2"));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));

        scene.Time.SetClock(TimeSpan.FromDays(days));
        await GetAsync(scene);
        int early = scene.Network.TokenRequests.Count;
        scene.Time.Advance(TimeSpan.FromHours(1));
        await GetAsync(scene);

        Assert.Equal(1, early);
        Assert.Equal(2, scene.Network.TokenRequests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "expires_in": 0""")]
    [InlineData(""", "expires_in": -5""")]
    [InlineData(""", "expires_in": null""")]
    [InlineData(""", "expires_in": "soon" """)]
    [InlineData(""", "expires_in": 1e300""")]
    [InlineData(""", "expires_in": 31622400""")]
    public async Task An_implausible_lifetime_is_ignored_and_the_token_is_used_until_it_is_rejected(string more)
    {
        using TestSession scene = await OpenWithTokensAsync(Answer.Token("papi-token-1", more));
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));

        scene.Time.Advance(TimeSpan.FromDays(100));
        await GetAsync(scene);

        Assert.Null(scene.Session.TokenExpiresAt);
        Assert.Single(scene.Network.TokenRequests);
    }

    [Fact]
    public async Task A_lifetime_of_nearly_a_year_is_accepted()
    {
        using TestSession scene = await OpenWithTokensAsync(Answer.Token("papi-token-1", 31_622_399));

        Assert.Equal(ManualTime.Start.AddSeconds(31_622_399), scene.Session.TokenExpiresAt);
    }

    [Fact]
    public async Task A_token_after_a_byte_order_mark_is_read()
    {
        using TestSession scene = await OpenWithTokensAsync(
            Answer.Json("\uFEFF" + """{"access_token": "papi-token-1", "expires_in": 3600}"""));

        Assert.Equal(ManualTime.Start.AddHours(1), scene.Session.TokenExpiresAt);
    }

    private static Task<Person> GetAsync(TestSession scene) =>
        scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

    private static Task<TestSession> OpenWithTokensAsync(params HttpResponseMessage[] tokens) =>
        TestSession.OpenAsync(network: new StubNetwork().On("POST /v2/auth/token", tokens));
}
