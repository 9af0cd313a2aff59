using Microsoft.Extensions.Time.Testing;

namespace Personio.Sandbox.Tests;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Without_limits_every_answer_announces_a_large_bucket()
    {
        using SandboxClient visitor = await SandboxClient.LoginAsync();

        Reply found = await visitor.GetAsync("v2/persons");
        Reply refused = await visitor.GetAsync("v2/persons?limit=99");
        Reply unknown = await visitor.GetAsync("v2/nothing");

        Assert.All([found, refused, unknown], reply =>
        {
            Assert.Equal(10_000, reply.HeaderNumber("x-ratelimit-replenish-rate"));
            Assert.Equal(10_000, reply.HeaderNumber("x-ratelimit-burst-capacity"));
            Assert.Equal(1, reply.HeaderNumber("x-ratelimit-requested-tokens"));
            Assert.Equal(9_999, reply.HeaderNumber("x-ratelimit-remaining"));
        });
    }

    [Theory]
    [InlineData("v2/persons?limit=1", 30, 100)]
    [InlineData("v2/absence-periods?limit=1", 10, 10)]
    [InlineData("v2/attendance-periods?limit=1", 10, 10)]
    [InlineData("v2/compensations?limit=1", 5, 5)]
    [InlineData("v2/compensations/types?limit=1", 5, 5)]
    public async Task A_bucket_is_empty_after_its_burst_and_refills_at_its_rate(string path, int rate, int burst)
    {
        var clock = SandboxClient.Clock();
        using SandboxClient visitor = await LimitedAsync(clock);

        int[] atOnce = await StatusesAsync(visitor, path, burst + 2);
        clock.Advance(TimeSpan.FromSeconds(1));
        int[] afterASecond = await StatusesAsync(visitor, path, rate + 1);

        Assert.Equal(burst, atOnce.Count(status => status == 200));
        Assert.Equal([429, 429], atOnce[burst..]);
        Assert.Equal(rate, afterASecond.Count(status => status == 200));
    }

    [Fact]
    public async Task The_headers_count_down()
    {
        using SandboxClient visitor = await LimitedAsync(SandboxClient.Clock());

        Reply first = await visitor.GetAsync("v2/absence-types");
        Reply second = await visitor.GetAsync("v2/absence-types");

        Assert.Equal(9, first.HeaderNumber("x-ratelimit-remaining"));
        Assert.Equal(8, second.HeaderNumber("x-ratelimit-remaining"));
        Assert.Equal(10, second.HeaderNumber("x-ratelimit-replenish-rate"));
        Assert.Equal(10, second.HeaderNumber("x-ratelimit-burst-capacity"));
    }

    [Fact]
    public async Task Half_a_token_is_not_enough()
    {
        var clock = SandboxClient.Clock();
        using SandboxClient visitor = await LimitedAsync(clock);
        await StatusesAsync(visitor, "v2/absence-types", 10);
        clock.Advance(TimeSpan.FromSeconds(0.05));

        Reply tooEarly = await visitor.GetAsync("v2/absence-types");
        clock.Advance(TimeSpan.FromSeconds(0.05));
        Reply inTime = await visitor.GetAsync("v2/absence-types");

        Assert.Equal([429, 200], [tooEarly.Status, inTime.Status]);
    }

    [Fact]
    public async Task A_plain_429_has_no_body_and_does_not_say_how_long_to_wait()
    {
        using SandboxClient visitor = await LimitedAsync(SandboxClient.Clock());
        await StatusesAsync(visitor, "v2/absence-types", 10);

        Reply reply = await visitor.GetAsync("v2/absence-types");

        Assert.Equal(429, reply.Status);
        Assert.Equal("", reply.Body);
        Assert.Equal(0, reply.HeaderNumber("x-ratelimit-remaining"));
        Assert.False(reply.Message.Headers.Contains("Retry-After"));
    }

    [Fact]
    public async Task A_429_says_how_long_to_wait_if_configured()
    {
        using SandboxClient visitor = await LimitedAsync(SandboxClient.Clock());
        visitor.Server.Options.RetryAfter = true;
        await StatusesAsync(visitor, "v2/absence-types", 10);

        Reply reply = await visitor.GetAsync("v2/absence-types");

        Assert.Equal("1", reply.Header("Retry-After"));
    }

    [Fact]
    public async Task Endpoints_have_separate_buckets_and_those_of_persons_share_one()
    {
        using SandboxClient visitor = await LimitedAsync(SandboxClient.Clock());
        await StatusesAsync(visitor, "v2/absence-types", 10);

        Reply other = await visitor.GetAsync("v2/absence-periods?limit=1");
        Reply list = await visitor.GetAsync("v2/persons?limit=1");
        Reply one = await visitor.GetAsync("v2/persons/4100");

        Assert.Equal(9, other.HeaderNumber("x-ratelimit-remaining"));
        Assert.Equal(99, list.HeaderNumber("x-ratelimit-remaining"));
        Assert.Equal(98, one.HeaderNumber("x-ratelimit-remaining"));
    }

    [Fact]
    public async Task Employments_have_a_separate_bucket_unless_configured_to_share_that_of_the_persons()
    {
        using SandboxClient visitor = await LimitedAsync(SandboxClient.Clock());
        await visitor.GetAsync("v2/persons?limit=1");

        Reply own = await visitor.GetAsync("v2/persons/4100/employments");
        visitor.Server.Options.SharedPersonsRate = true;
        Reply shared = await visitor.GetAsync("v2/persons/4100/employments");
        Reply written = await visitor.DeleteAsync("v2/persons/4100");

        Assert.Equal([9, 98, 9], new[] { own, shared, written }.Select(
            reply => reply.HeaderNumber("x-ratelimit-remaining")));
    }

    [Fact]
    public async Task A_refused_write_is_not_carried_out()
    {
        using SandboxClient visitor = await LimitedAsync(SandboxClient.Clock());
        string[] ids = [.. visitor.Tenant.AbsencePeriodIds.Take(11)];

        Reply[] replies = await Task.WhenAll(ids.Select(id => visitor.DeleteAsync($"v2/absence-periods/{id}")));

        Assert.Equal(1, replies.Count(reply => reply.Status == 429));
        Assert.Equal(10, visitor.Tenant.Ledger.Count);
    }

    [Fact]
    public async Task After_150_token_requests_in_a_minute_only_one_a_second_is_served_until_a_minute_has_passed()
    {
        var clock = SandboxClient.Clock();
        using SandboxClient visitor = SandboxClient.Anonymous(options =>
        {
            options.Clock = clock;
            options.RateLimits = true;
        });

        int[] burst = await TokenStatusesAsync(visitor, 151);
        clock.Advance(TimeSpan.FromSeconds(1));
        int[] afterASecond = await TokenStatusesAsync(visitor, 2);
        clock.Advance(TimeSpan.FromSeconds(60));
        int[] afterAMinute = await TokenStatusesAsync(visitor, 150);

        Assert.Equal(150, burst.Count(status => status == 200));
        Assert.Equal(429, burst[^1]);
        Assert.Equal([200, 429], afterASecond);
        Assert.All(afterAMinute, status => Assert.Equal(200, status));
    }

    private static Task<SandboxClient> LimitedAsync(FakeTimeProvider clock) => SandboxClient.LoginAsync(options =>
    {
        options.Clock = clock;
        options.RateLimits = true;
    });

    private static async Task<int[]> StatusesAsync(SandboxClient visitor, string path, int count)
    {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (await visitor.GetAsync(path)).Status;
        }

        return statuses;
    }

    private static async Task<int[]> TokenStatusesAsync(SandboxClient visitor, int count)
    {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++)
        {
            statuses[i] = (await visitor.TokenAsync()).Status;
        }

        return statuses;
    }
}
