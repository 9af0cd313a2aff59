using Personio.Rest.Auth;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Auth;

public sealed class TokenSharingTests
{
    private static readonly HttpRequestOptions s_options = new HttpRequestMessage().Options;

    [Fact]
    public async Task Ten_concurrent_calls_cause_one_token_request()
    {
        using var network = new StubNetwork();
        var release = new TaskCompletionSource();
        network.Always("POST /v2/auth/token", async (_, _) =>
        {
            await release.Task;
            return Answer.Token("papi-token-1");
        });
        using TokenSource tokens = SourceOn(network);

        Task<AccessToken>[] calls =
        [
            .. Enumerable.Range(0, 10).Select(_ => tokens.GetAsync(s_options, default).AsTask()),
        ];
        await network.ArrivedAsync(1);
        release.SetResult();
        AccessToken[] given = await Task.WhenAll(calls);

        Assert.Single(network.TokenRequests);
        Assert.All(given, token => Assert.Equal("papi-token-1", token.Value));
    }

    [Fact]
    public async Task Ten_concurrent_rejections_cause_one_renewal()
    {
        StubNetwork network = new StubNetwork().On(
            "POST /v2/auth/token", Answer.Token("papi-token-1"), Answer.Token("papi-token-2"));
        using TestSession scene = await TestSession.OpenAsync(network: network);
        var release = new TaskCompletionSource();
        network.Always("GET /v2/persons/1", async (request, _) =>
        {
            await release.Task;
            return request.Authorization == "Bearer papi-token-1" ? Answer.Status(401) : Answer.Json("""{"id":"1"}""");
        });

        Task<Person>[] calls =
            [.. Enumerable.Range(0, 10).Select(_ => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1")))];
        await network.ArrivedAsync(11);
        release.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(2, network.TokenRequests.Count);
        Assert.Equal(20, network.Calls.Count);
    }

    [Fact]
    public async Task A_token_that_arrives_after_disposal_is_not_kept()
    {
        using var network = new StubNetwork();
        TokenSource tokens = SourceOn(network);
        network.On("POST /v2/auth/token", (_, _) =>
        {
            tokens.Dispose();
            return Task.FromResult(Answer.Token("papi-token-1"));
        });

        await tokens.GetAsync(s_options, default);

        Assert.Null(tokens.Current);
    }

    [Fact]
    public async Task A_canceled_waiter_leaves_the_others_waiting()
    {
        using var network = new StubNetwork();
        var release = new TaskCompletionSource();
        network.Always("POST /v2/auth/token", async (_, _) =>
        {
            await release.Task;
            return Answer.Token("papi-token-1");
        });
        using TokenSource tokens = SourceOn(network);
        using var stop = new CancellationTokenSource();
        Task<AccessToken> first = tokens.GetAsync(s_options, default).AsTask();
        await network.ArrivedAsync(1);
        Task<AccessToken> canceled = tokens.GetAsync(s_options, stop.Token).AsTask();
        Task<AccessToken> third = tokens.GetAsync(s_options, default).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled);
        release.SetResult();
        Assert.Equal("papi-token-1", (await first).Value);
        Assert.Equal("papi-token-1", (await third).Value);
        Assert.Single(network.TokenRequests);
    }

    [Fact]
    public async Task The_next_caller_requests_the_token_if_the_first_one_is_canceled()
    {
        using var network = new StubNetwork();
        network.On("POST /v2/auth/token", async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Answer.Token("never");
        });
        network.On("POST /v2/auth/token", Answer.Token("papi-token-2"));
        using TokenSource tokens = SourceOn(network);
        using var stop = new CancellationTokenSource();
        Task<AccessToken> first = tokens.GetAsync(s_options, stop.Token).AsTask();
        await network.ArrivedAsync(1);
        Task<AccessToken> second = tokens.GetAsync(s_options, default).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("papi-token-2", (await second).Value);
    }

    [Fact]
    public async Task A_forgotten_token_is_requested_again()
    {
        using StubNetwork network = new StubNetwork().On(
            "POST /v2/auth/token", Answer.Token("papi-token-1"), Answer.Token("papi-token-2"));
        using TokenSource tokens = SourceOn(network);
        await tokens.GetAsync(s_options, default);

        tokens.Forget();

        Assert.Null(tokens.Current);
        Assert.Equal("papi-token-2", (await tokens.GetAsync(s_options, default)).Value);
    }

    private static TokenSource SourceOn(StubNetwork network)
    {
        var grant = new ClientCredentialsGrant(
            new Uri("https://api.personio.de/v2/auth/token"), new("papi-id", TestSession.Secret));
        var invoker = new HttpMessageInvoker(network, disposeHandler: false);
        return new TokenSource(grant, invoker.SendAsync, new ManualTime());
    }
}
