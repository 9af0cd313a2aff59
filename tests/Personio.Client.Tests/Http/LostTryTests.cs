using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

/// <summary>A change that may have been carried out is never reported as failed, and no call waits in a closed session.
/// </summary>
public sealed class LostTryTests
{
    [Theory]
    [InlineData(429, ErrorKind.RateLimited)]
    [InlineData(403, ErrorKind.AccessDenied)]
    [InlineData(409, ErrorKind.Conflict)]
    public async Task A_deletion_that_lost_a_response_and_is_then_refused_is_unknown(int status, ErrorKind kind)
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 1 });
        scene.Network.On("DELETE /v2/persons/1", new HttpRequestException(HttpRequestError.ResponseEnded, "Lost."))
            .On("DELETE /v2/persons/1", Answer.Problem(status));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(Endpoints.DeletePerson.For("1")));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(status, fault.StatusCode);
        Assert.True(fault.OutcomeUnknown);
        Assert.Contains("may or may not have been applied", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Check before", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_that_lost_a_response_and_then_gets_no_token_is_unknown()
    {
        using TestSession scene = await TestSession.OpenAsync(network: new StubNetwork()
            .On("POST /v2/auth/token", Answer.Token("papi-token-1"))
            .Always("POST /v2/auth/token", _ => Answer.Status(503)));
        scene.Network.On("DELETE /v2/persons/1", Answer.Status(502), Answer.Status(401));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(Endpoints.DeletePerson.For("1")));

        Assert.True(fault.OutcomeUnknown);
    }

    [Fact]
    public async Task A_deletion_that_was_only_refused_is_not_unknown()
    {
        using TestSession scene = await TestSession.OpenAsync(options => options with { MaxRetry = 1 });
        scene.Network.Always("DELETE /v2/persons/1", _ => Answer.Problem(429));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(Endpoints.DeletePerson.For("1")));

        Assert.False(fault.OutcomeUnknown);
    }

    [Fact]
    public async Task A_change_that_took_the_server_too_long_is_unknown()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("PATCH /v2/persons/1", Answer.Status(408));

        PersonioException fault = await Refusal.OfAsync(() => scene.Client.SendAsync(
            Endpoints.UpdatePerson.For("1").WithBody(new { first_name = "First" })));

        Assert.Equal(ErrorKind.TimedOut, fault.Kind);
        Assert.True(fault.OutcomeUnknown);
    }

    [Fact]
    public async Task A_retry_with_a_new_token_waits_for_its_turn()
    {
        using TestSession scene = await TestSession.OpenManualAsync(options => options with
        {
            Network = new StubNetwork()
                .On("POST /v2/auth/token", Answer.Token("papi-token-1"), Answer.Token("papi-token-2"))
                .On("GET /v2/persons/1", Answer.Status(401).WithBucket(1, 5, 0), Answer.Json("""{"id":"1"}""")),
        });
        Task<Person> call = scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"));

        await scene.Time.PendingAsync(1);

        Assert.False(call.IsCompleted);
        scene.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("1", (await call.WaitAsync(TimeSpan.FromSeconds(20))).PersonId);
    }

    [Fact]
    public async Task Disconnecting_fails_waiting_requests_immediately()
    {
        using TestSession scene = await TestSession.OpenManualAsync();
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Status(429).With("Retry-After", "200"));
        scene.Network.Always("GET /v2/absence-types/1", async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return Answer.Status(200);
        });
        Task[] calls =
        [
            .. Enumerable.Range(0, 3).Select(_ => scene.Client.GetAsync<Person>(Endpoints.GetPerson.For("1"))),
            scene.Client.GetAsync<AbsenceType>(Endpoints.GetAbsenceType.For("1")),
        ];
        await scene.Time.PendingAsync(2);

        scene.Session.Dispose();

        foreach (Task call in calls)
        {
            PersonioException fault =
                await Refusal.OfAsync(() => call.WaitAsync(TimeSpan.FromSeconds(20)));
            Assert.Equal(ErrorKind.NotConnected, fault.Kind);
        }
    }
}
