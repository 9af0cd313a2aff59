using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Http;

public sealed class RateLimitHandlerTests
{
    [Fact]
    public async Task Requests_of_one_endpoint_are_sent_as_fast_as_its_bucket_refills_in_order()
    {
        using TestSession scene = await OpenEmptyAsync();

        Task[] calls = [.. Enumerable.Range(2, 3).Select(id => GetPersonAsync(scene, $"{id}"))];
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(1.151));
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(1.001));
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(1.001));
        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(
            ["/v2/persons/1", "/v2/persons/2", "/v2/persons/3", "/v2/persons/4"],
            scene.Network.Calls.Select(call => call.PathAndQuery));
    }

    [Fact]
    public async Task Nothing_is_sent_before_its_time()
    {
        using TestSession scene = await OpenEmptyAsync();

        Task call = GetPersonAsync(scene, "2");
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(1.149));
        int before = scene.Network.Calls.Count;
        scene.Time.Advance(TimeSpan.FromSeconds(0.01));
        await call.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(1, before);
        Assert.Equal(2, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task Each_endpoint_has_its_own_gate()
    {
        using TestSession scene = await OpenEmptyAsync();
        scene.Network.On("GET /v2/absence-types/1", Answer.Json("""{"id":"1"}"""));

        Task waiting = GetPersonAsync(scene, "2");
        await scene.Time.PendingAsync(1);
        AbsenceType type = await scene.Client.GetAsync<AbsenceType>(Endpoints.GetAbsenceType.For("1"));

        Assert.Equal("1", type.AbsenceTypeId);
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Canceling_the_first_waiter_lets_the_next_one_go_in_its_place()
    {
        using TestSession scene = await OpenEmptyAsync();
        using var stop = new CancellationTokenSource();
        Task head = GetPersonAsync(scene, "2", stop.Token);
        await scene.Time.PendingAsync(1);
        Task next = GetPersonAsync(scene, "3");

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => head);
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(1.151));
        await next;

        Assert.Equal(["/v2/persons/1", "/v2/persons/3"], scene.Network.Calls.Select(call => call.PathAndQuery));
    }

    [Fact]
    public async Task Canceling_a_later_waiter_ends_it_immediately()
    {
        using TestSession scene = await OpenEmptyAsync();
        using var stop = new CancellationTokenSource();
        Task head = GetPersonAsync(scene, "2");
        await scene.Time.PendingAsync(1);
        Task behind = GetPersonAsync(scene, "3", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => behind);
        Assert.False(head.IsCompleted);
    }

    [Fact]
    public async Task A_429_with_a_wait_closes_the_gate_for_other_requests_too()
    {
        using TestSession scene = await TestSession.OpenManualAsync();
        scene.Network
            .On("GET /v2/persons/1", Answer.Status(429).With("Retry-After", "8"), Answer.Json("""{"id":"1"}"""))
            .On("GET /v2/persons/2", Answer.Json("""{"id":"1"}"""));
        Task refused = GetPersonAsync(scene, "1");
        await scene.Time.PendingAsync(1);

        Task other = GetPersonAsync(scene, "2");
        await scene.Time.PendingAsync(2);
        int before = scene.Network.Calls.Count;
        scene.Time.Advance(TimeSpan.FromSeconds(8));
        await Task.WhenAll(refused, other);

        Assert.Equal(1, before);
        Assert.Equal(3, scene.Network.Calls.Count);
    }

    [Fact]
    public async Task A_429_that_asks_for_more_than_five_minutes_does_not_close_the_gate()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.On("GET /v2/persons/1", Answer.Status(429).With("Retry-After", "4000"))
            .On("GET /v2/persons/2", Answer.Json("""{"id":"1"}"""));
        await Refusal.OfAsync(() => GetPersonAsync(scene, "1"));

        await GetPersonAsync(scene, "2");

        Assert.InRange(scene.Time.Elapsed.TotalSeconds, 0, 1);
    }

    [Fact]
    public async Task A_long_wait_is_reported()
    {
        using TestSession scene = await OpenEmptyAsync();

        Task call = GetPersonAsync(scene, "2");
        await scene.Time.PendingAsync(1);
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await call;

        Assert.Contains("Pacing GET /v2/persons/2 to the rate limit; waiting 1.2 s.", scene.Log.VerboseLines);
    }

    [Fact]
    public async Task A_hundred_concurrent_calls_speed_up_to_thirty_a_second_if_no_bucket_is_announced()
    {
        using TestSession scene = await TestSession.OpenAsync();
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}"""));

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => GetPersonAsync(scene, "1")));

        Assert.InRange(scene.Time.Elapsed.TotalSeconds, 4.5, 5.0);
    }

    [Fact]
    public async Task The_slowest_believed_bucket_is_waited_for_until_the_caller_gives_up()
    {
        using TestSession scene = await TestSession.OpenManualAsync();
        using var stop = new CancellationTokenSource();
        scene.Network.On("GET /v2/persons/1", Answer.Json("""{"id":"1"}""")
            .With("x-ratelimit-replenish-rate", "0.004").With("x-ratelimit-burst-capacity", "5")
            .With("x-ratelimit-remaining", "0"));
        await GetPersonAsync(scene, "1");

        Task call = GetPersonAsync(scene, "2", stop.Token);
        await scene.Time.PendingAsync(1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    // One call was made, and its response announced: nothing left, one per second.
    private static async Task<TestSession> OpenEmptyAsync()
    {
        TestSession scene = await TestSession.OpenManualAsync();
        scene.Network.Always("GET /v2/persons/1", _ => Answer.Json("""{"id":"1"}""").WithBucket(1, 5, 0))
            .Always("GET /v2/persons/2", _ => Answer.Json("""{"id":"1"}"""))
            .Always("GET /v2/persons/3", _ => Answer.Json("""{"id":"1"}"""))
            .Always("GET /v2/persons/4", _ => Answer.Json("""{"id":"1"}"""));
        await GetPersonAsync(scene, "1");
        return scene;
    }

    private static Task<Person> GetPersonAsync(
        TestSession scene, string id, CancellationToken cancellationToken = default) =>
        scene.Client.GetAsync<Person>(Endpoints.GetPerson.For(id), cancellationToken);
}
