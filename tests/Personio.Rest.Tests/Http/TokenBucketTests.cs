using Personio.Rest.Http;

namespace Personio.Rest.Tests.Http;

public sealed class TokenBucketTests
{
    [Fact]
    public void Four_requests_are_sent_immediately_before_the_server_announces_anything_and_then_eight_a_second()
    {
        var gate = new TokenBucket(new Pacing());

        double[] waits = [.. Enumerable.Range(0, 5).Select(_ => gate.TryTake(0))];

        Assert.All(waits[..4], wait => Assert.Equal(0, wait));
        Assert.Equal(0.125, waits[4], 6);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5.0)]
    [InlineData(10_000.0)]
    public void A_gate_with_a_limit_lets_one_request_through_at_a_time_whatever_bucket_is_announced(double? announced)
    {
        var gate = new TokenBucket(new Pacing(Rate: 4, Burst: 1, IsCeiling: true));

        double first = gate.TryTake(0);
        gate.RecordCompletion(0, 0, announced is { } rate ? new RateLimitHeaders(rate, rate, rate) : null);
        double second = gate.TryTake(0);
        double third = gate.TryTake(0.25);

        Assert.Equal([0, 0.25, 0], [first, Math.Round(second, 6), third]);
    }

    [Fact]
    public void A_gate_with_a_limit_respects_a_slower_server()
    {
        var gate = new TokenBucket(new Pacing(Rate: 4, Burst: 1, IsCeiling: true));
        gate.TryTake(0);

        gate.RecordCompletion(0, 0, new RateLimitHeaders(2, 1, 0));

        Assert.Equal(0.5, gate.TryTake(0), 6);
    }

    [Theory]
    [InlineData(10, 10, 0, 0.25)]
    [InlineData(10, 10, 2, 0.05)]
    [InlineData(10, 10, 3, 0)]
    [InlineData(30, 100, 0, 5.5 / 30)]
    [InlineData(1, 5, 0, 1.15)]
    [InlineData(1, 5, 1, 0.15)]
    [InlineData(100, 10, 0, 0.03)]
    public void The_remaining_tokens_of_the_server_bound_the_requests(
        double rate, double burst, double remaining, double wait)
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);

        gate.RecordCompletion(0, 0, new RateLimitHeaders(rate, burst, remaining));

        Assert.Equal(wait, gate.TryTake(0), 6);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(1, 1.05)]
    [InlineData(0.2, 1)]
    [InlineData(30, 2)]
    public void A_bucket_with_barely_more_than_one_token_lets_a_request_through_when_it_is_full(
        double rate, double burst)
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);
        gate.RecordCompletion(0, 0, new RateLimitHeaders(rate, burst, 0));

        Assert.Equal(0, gate.TryTake((burst / rate) + 0.001));
    }

    [Fact]
    public void Requests_in_flight_count_against_the_tokens_that_the_server_has_left()
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);
        gate.TryTake(0);
        gate.TryTake(0);

        gate.RecordCompletion(0, 0, new RateLimitHeaders(10, 10, 5));

        Assert.Equal(0, gate.TryTake(0));
        Assert.Equal(0.05, gate.TryTake(0), 6);
    }

    [Fact]
    public void A_server_with_more_tokens_left_than_counted_opens_the_gate_wider()
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);

        gate.RecordCompletion(0, 0, new RateLimitHeaders(30, 100, 99));

        Assert.All(Enumerable.Range(0, 94), _ => Assert.Equal(0, gate.TryTake(0)));
        Assert.NotEqual(0, gate.TryTake(0));
    }

    [Fact]
    public void An_old_announcement_is_adjusted_for_the_tokens_refilled_since()
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);

        gate.RecordCompletion(0, 1, new RateLimitHeaders(10, 10, 0));

        Assert.Equal(0, gate.TryTake(1));
    }

    [Fact]
    public void A_response_without_headers_leaves_the_gate_unchanged()
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);

        gate.RecordCompletion(0, 0, null);

        Assert.All(Enumerable.Range(0, 3), _ => Assert.Equal(0, gate.TryTake(0)));
        Assert.NotEqual(0, gate.TryTake(0));
    }

    [Fact]
    public void A_refusal_with_a_wait_closes_the_gate_for_that_time()
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);
        gate.RecordCompletion(0, 0, null);

        gate.RecordRefusal(0, 0, 8);

        Assert.Equal(8, gate.TryTake(0), 6);
        Assert.Equal(3, gate.TryTake(5), 6);
        Assert.Equal(0, gate.TryTake(8));
    }

    [Fact]
    public void A_shorter_refusal_does_not_open_a_closed_gate()
    {
        var gate = new TokenBucket(new Pacing());
        gate.RecordRefusal(0, 0, 8);

        gate.RecordRefusal(0, 1, 2);

        Assert.Equal(7, gate.TryTake(1), 6);
    }

    [Fact]
    public void A_refusal_without_a_wait_empties_the_bucket_and_halves_the_rate_if_none_is_announced()
    {
        var gate = new TokenBucket(new Pacing());

        gate.RecordRefusal(0, 0, 0);

        Assert.Equal(0.25, gate.TryTake(0), 6);
    }

    [Fact]
    public void A_refusal_does_not_change_the_rate_of_an_announced_bucket()
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);
        gate.RecordCompletion(0, 0, new RateLimitHeaders(10, 1, 0));

        gate.RecordRefusal(0, 0, 0);

        Assert.Equal(0.1, gate.TryTake(0), 6);
    }

    [Fact]
    public void An_announced_bucket_replaces_the_learned_rate()
    {
        var gate = new TokenBucket(new Pacing(Ceiling: 30));
        gate.TryTake(0);
        gate.RecordCompletion(0, 0, null);
        double latest = 0;
        for (double now = 0; now < 10; now += 0.01)
        {
            latest = gate.TryTake(now) == 0 ? now : latest;
        }

        double before = gate.TryTake(latest);
        gate.RecordCompletion(latest, latest, new RateLimitHeaders(2, 1, 0));

        Assert.InRange(before, 0.001, 1 / 30d);
        Assert.Equal(0.5, gate.TryTake(10), 6);
    }

    [Fact]
    public void The_bucket_never_holds_more_than_its_burst()
    {
        var gate = new TokenBucket(new Pacing());
        gate.TryTake(0);
        gate.RecordCompletion(0, 0, new RateLimitHeaders(10, 5, 5));

        double[] waits = [.. Enumerable.Range(0, 5).Select(_ => gate.TryTake(1000))];

        Assert.Equal([0, 0, 0, 0], waits[..4]);
        Assert.NotEqual(0, waits[4]);
    }

    [Fact]
    public void A_clock_that_stops_or_goes_back_adds_no_tokens()
    {
        var gate = new TokenBucket(new Pacing());
        Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal(0, gate.TryTake(100)));

        Assert.Equal(0.125, gate.TryTake(0), 6);
        Assert.Equal(0.125, gate.TryTake(100), 6);
    }

    [Fact]
    public void Next_to_a_program_that_empties_the_bucket_a_request_is_sent_without_a_token()
    {
        var gate = new TokenBucket(new Pacing());
        double now = 0;
        int sent = 0;
        for (; now < 20; now += 0.01)
        {
            if (gate.TryTake(now) == 0)
            {
                sent++;
                gate.RecordCompletion(now, now, new RateLimitHeaders(10, 10, 0));
            }
        }

        // No request gets a token from a bucket that is always empty, but four and a half per second still try.
        Assert.InRange(sent, 70, 100);
    }
}
