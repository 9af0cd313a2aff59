using System.Net;
using System.Net.Http.Headers;
using Personio.Rest.Http;

namespace Personio.Rest.Tests.Http;

public sealed class RetryDelayTests
{
    private static readonly BucketHeaders s_names = new(
        "x-ratelimit-replenish-rate", "x-ratelimit-burst-capacity", "x-ratelimit-remaining",
        "x-ratelimit-requested-tokens");

    private static readonly DateTimeOffset s_now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("299", 299)]
    [InlineData("3600", 3600)]
    [InlineData("Tue, 10 Mar 2026 12:00:30 GMT", 30)]
    [InlineData("Tuesday, 10-Mar-26 12:00:05 GMT", 5)]
    public void Retry_After_is_honored_in_both_formats(string retryAfter, double seconds)
    {
        HttpResponseHeaders headers = Headers(("Retry-After", retryAfter), ("x-ratelimit-replenish-rate", "1"),
            ("x-ratelimit-burst-capacity", "1"), ("x-ratelimit-remaining", "0"));

        TimeSpan delay = RetryDelay.Compute(HttpStatusCode.TooManyRequests, headers, 3, s_now, 0.999, s_names);

        Assert.Equal(TimeSpan.FromSeconds(seconds), delay);
    }

    [Fact]
    public void A_date_is_compared_with_the_clock_of_the_server()
    {
        HttpResponseHeaders headers = Headers(
            ("Retry-After", "Tue, 10 Mar 2026 13:00:30 GMT"), ("Date", "Tue, 10 Mar 2026 13:00:00 GMT"));

        TimeSpan delay = RetryDelay.Compute(HttpStatusCode.ServiceUnavailable, headers, 0, s_now, 0.5, s_names);

        Assert.Equal(TimeSpan.FromSeconds(30), delay);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Tue, 10 Mar 2026 12:00:00 GMT")]
    [InlineData("Tue, 10 Mar 2026 11:00:00 GMT")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("99999999999999")]
    public void A_Retry_After_that_is_zero_or_invalid_is_ignored(string retryAfter)
    {
        TimeSpan delay = RetryDelay.Compute(
            HttpStatusCode.ServiceUnavailable, Headers(("Retry-After", retryAfter)), 0, s_now, 0.5);

        Assert.Equal(TimeSpan.FromSeconds(0.25), delay);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0.5, 0.25)]
    [InlineData(0, 0.999, 0.4995)]
    [InlineData(1, 0.5, 0.5)]
    [InlineData(2, 0.5, 1)]
    [InlineData(3, 0.5, 2)]
    [InlineData(5, 0.5, 8)]
    [InlineData(5, 0.999, 15.984)]
    [InlineData(6, 0.5, 15)]
    [InlineData(6, 0.999, 29.97)]
    [InlineData(31, 0.999, 29.97)]
    [InlineData(10000, 0.999, 29.97)]
    [InlineData(10000, 0, 0)]
    public void Without_Retry_After_the_wait_grows_with_full_jitter_up_to_a_ceiling(
        int attempt, double dice, double seconds)
    {
        TimeSpan answered = RetryDelay.Compute(HttpStatusCode.BadGateway, Headers(), attempt, s_now, dice);
        TimeSpan unanswered = RetryDelay.Compute(null, null, attempt, s_now, dice);

        Assert.Equal(seconds, answered.TotalSeconds, 6);
        Assert.Equal(seconds, unanswered.TotalSeconds, 6);
    }

    [Theory]
    [InlineData("30", 0, 0, 1 / 30.0)]
    [InlineData("30", 0, 0.5, 0.05)]
    [InlineData("10", 0, 0, 0.1)]
    [InlineData("10", 0, 0.999, 0.1999)]
    [InlineData("10", 3, 0.5, 1.2)]
    [InlineData("1", 2, 0.5, 6)]
    [InlineData("0.5", 0, 0, 2)]
    [InlineData("0.01", 0, 0, 30)]
    [InlineData("0.01", 9, 0.5, 45)]
    public void A_429_without_Retry_After_waits_for_the_bucket_and_longer_each_time(
        string rate, int attempt, double dice, double seconds)
    {
        HttpResponseHeaders headers = Headers(
            ("x-ratelimit-replenish-rate", rate), ("x-ratelimit-burst-capacity", "100"),
            ("x-ratelimit-remaining", "0"));

        TimeSpan delay = RetryDelay.Compute(HttpStatusCode.TooManyRequests, headers, attempt, s_now, dice, s_names);

        Assert.Equal(seconds, delay.TotalSeconds, 6);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0.999, 1.999)]
    [InlineData(2, 0, 4)]
    [InlineData(9, 0.5, 45)]
    public void A_429_without_any_header_waits_at_least_a_second(int attempt, double dice, double seconds)
    {
        TimeSpan delay = RetryDelay.Compute(HttpStatusCode.TooManyRequests, Headers(), attempt, s_now, dice, s_names);

        Assert.Equal(seconds, delay.TotalSeconds, 6);
    }

    [Fact]
    public void The_bucket_does_not_affect_an_error_of_the_server()
    {
        HttpResponseHeaders headers = Headers(
            ("x-ratelimit-replenish-rate", "1"), ("x-ratelimit-burst-capacity", "1"), ("x-ratelimit-remaining", "0"));

        TimeSpan delay = RetryDelay.Compute(HttpStatusCode.ServiceUnavailable, headers, 0, s_now, 0.5, s_names);

        Assert.Equal(TimeSpan.FromSeconds(0.25), delay);
    }

    [Theory]
    [InlineData("30", "100", "99", "1", 30, 100, 99)]
    [InlineData("10", "10", "0", null, 10, 10, 0)]
    [InlineData("10", "100", "50", "5", 2, 20, 10)]
    [InlineData("0.5", "2", "1", "1", 0.5, 2, 1)]
    [InlineData("10", "10", "25", "1", 10, 10, 10)]
    [InlineData("10", "1", "1", "2", 5, 1, 0.5)]
    [InlineData("10", "10", "5", "0", 10, 10, 5)]
    [InlineData("10", "10", "5", "many", 10, 10, 5)]
    public void A_bucket_is_read_from_its_headers(
        string rate, string burst, string remaining, string? cost, double perSecond, double most, double left)
    {
        HttpResponseHeaders headers = Headers(
            ("x-ratelimit-replenish-rate", rate), ("X-RateLimit-Burst-Capacity", burst),
            ("x-ratelimit-remaining", remaining), ("x-ratelimit-requested-tokens", cost ?? ""));

        Assert.Equal(new RateLimitHeaders(perSecond, most, left), s_names.Read(headers));
    }

    [Theory]
    [InlineData("", "10", "5")]
    [InlineData("10", "", "5")]
    [InlineData("10", "10", "")]
    [InlineData("0", "10", "5")]
    [InlineData("-1", "10", "5")]
    [InlineData("10", "0", "5")]
    [InlineData("10", "10", "-1")]
    [InlineData("1e5", "10", "5")]
    [InlineData("NaN", "10", "5")]
    [InlineData("1,5", "10", "5")]
    public void Implausible_headers_are_not_a_bucket(string rate, string burst, string remaining)
    {
        HttpResponseHeaders headers = Headers(
            ("x-ratelimit-replenish-rate", rate), ("x-ratelimit-burst-capacity", burst),
            ("x-ratelimit-remaining", remaining));

        Assert.Null(s_names.Read(headers));
    }

    private static HttpResponseHeaders Headers(params (string Name, string Value)[] headers)
    {
        HttpResponseHeaders all = new HttpResponseMessage().Headers;
        foreach ((string name, string value) in headers)
        {
            all.TryAddWithoutValidation(name, value);
        }

        return all;
    }
}
