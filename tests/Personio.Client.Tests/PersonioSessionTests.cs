using System.Text.Json;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class PersonioSessionTests
{
    [Fact]
    public async Task Connecting_requests_one_token_and_a_call_carries_it()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));

        Person person = await scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.Equal("1", person.PersonId);
        Assert.Single(scene.Network.TokenRequests);
        Assert.Equal("Bearer papi-token-1", Assert.Single(scene.Network.Calls).Authorization);
    }

    [Theory]
    [InlineData("\"scope\": \"personio:persons:read  personio:absences:read\"", true)]
    [InlineData("\"scope\": \"personio:persons:readonly\"", false)]
    [InlineData("\"scope\": \" \"", null)]
    [InlineData("\"scope\": null", null)]
    public async Task A_session_knows_scopes_only_if_the_token_names_them(string named, bool? hasScope)
    {
        using TestSession scene = await TestSession.OpenAsync(
            network: new StubNetwork().On("POST /v2/auth/token", Answer.Token("papi-token-1", $", {named}")));

        Assert.Equal(hasScope, scene.Session.HasScope("personio:persons:read"));
    }

    [Fact]
    public async Task A_session_shows_what_it_is_and_never_its_secrets()
    {
        using TestSession scene = await TestSession.OpenAsync(
            options => options with { Name = "Main", AppId = "MY_APP" },
            network: new StubNetwork().On("POST /v2/auth/token", Answer.Token(
                "papi-token-1",
                """, "expires_in": 3600, "scope": "personio:persons:read  personio:absences:read" """)));

        string shown = JsonSerializer.Serialize(scene.Session) + scene.Session;

        Assert.Equal("Main", $"{scene.Session}");
        Assert.Equal("papi-id", scene.Session.ClientId);
        Assert.Equal("personio:persons:read; personio:absences:read", $"{scene.Session.Scopes}");
        Assert.Equal(ManualTime.Start.AddHours(1), scene.Session.TokenExpiresAt);
        Assert.Equal(ManualTime.Start, scene.Session.ConnectedAt);
        Assert.DoesNotContain(TestSession.Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("papi-token-1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSession.Secret, scene.Log.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.personio.de")]
    [InlineData("https://api.personio.de/v2")]
    public async Task Nothing_is_sent_to_an_invalid_base_address(string address)
    {
        var network = new StubNetwork();

        PersonioException fault = await Refusal.OfAsync(
            () => TestSession.OpenAsync(options => options with { BaseUri = new Uri(address) }, network: network));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Empty(network.TokenRequests);
    }

    [Fact]
    public async Task An_invalid_app_id_is_refused_before_any_request()
    {
        var network = new StubNetwork();

        PersonioException fault = await Refusal.OfAsync(
            () => TestSession.OpenAsync(options => options with { AppId = "my app" }, network: network));

        Assert.Contains("UPPER_SNAKE_CASE", fault.Message, StringComparison.Ordinal);
        Assert.Empty(network.TokenRequests);
    }

    [Fact]
    public async Task Revoking_sends_the_token_once_and_forgets_it()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("POST /v2/auth/revoke", Answer.Status(200));

        await scene.Session.RevokeAsync(scene.Log);
        await scene.Session.RevokeAsync(scene.Log);

        SentRequest sent = Assert.Single(scene.Network.Calls);
        Assert.Equal("papi-token-1", sent.Form["token"]);
        Assert.Equal("Bearer papi-token-1", sent.Authorization);
        Assert.Null(scene.Session.TokenExpiresAt);
    }

    [Fact]
    public async Task The_server_time_is_that_of_the_newest_response_that_had_one()
    {
        using TestSession scene = await TestSession.OpenAsync(network: new StubNetwork()
            .On("POST /v2/auth/token", Answer.Token("papi-token-1").With("Date", "Mon, 01 Jun 2026 08:00:00 GMT"))
            .On("GET /v2/persons", Answer.Persons(1, 1).With("Date", "Mon, 01 Jun 2026 08:00:05 GMT"))
            .On("GET /v2/persons", Answer.Persons(2, 1).With("Date", "tomorrow")));
        DateTimeOffset? connected = scene.Session.ServerTime;

        await scene.Client.GetManyAsync<Person>(Endpoints.ListPersons, ["1"]);
        await scene.Client.GetManyAsync<Person>(Endpoints.ListPersons, ["2"]);

        Assert.Equal(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), connected);
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 8, 0, 5, TimeSpan.Zero), scene.Session.ServerTime);
    }

    [Fact]
    public async Task A_failed_revocation_is_reported()
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 0 });
        scene.Network.On("POST /v2/auth/revoke", Answer.Problem(500));

        PersonioException fault = await Refusal.OfAsync(() => scene.Session.RevokeAsync(scene.Log));

        Assert.Equal(ErrorKind.ServiceUnavailable, fault.Kind);
    }

    [Fact]
    public async Task Disposing_ends_the_session_and_its_companion_once()
    {
        var companion = new Companion();
        TestSession scene = await TestSession.OpenAsync(options => options with { Companion = companion });

        scene.Session.Dispose();
        scene.Session.Dispose();

        Assert.False(scene.Session.IsConnected);
        Assert.Null(scene.Session.TokenExpiresAt);
        Assert.Empty(scene.Session.Scopes);
        Assert.Equal(1, companion.Disposals);
    }

    [Fact]
    public async Task A_session_that_could_not_be_created_leaves_the_companion_to_its_owner()
    {
        var companion = new Companion();

        await Refusal.OfAsync(() => TestSession.OpenAsync(
            options => options with { Companion = companion },
            network: new StubNetwork().On("POST /v2/auth/token", Answer.Json("{}", 400))));

        Assert.Equal(0, companion.Disposals);
    }

    [Fact]
    public async Task Two_sessions_never_share_a_token()
    {
        using TestSession one = await TestSession.OpenAsync();
        using TestSession other = await TestSession.OpenAsync(
            network: new StubNetwork().On("POST /v2/auth/token", Answer.Token("papi-token-2")));
        one.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));
        other.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}"""));

        await one.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));
        await other.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        Assert.Equal("Bearer papi-token-1", one.Network.Calls[0].Authorization);
        Assert.Equal("Bearer papi-token-2", other.Network.Calls[0].Authorization);
    }

    private sealed class Companion : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
