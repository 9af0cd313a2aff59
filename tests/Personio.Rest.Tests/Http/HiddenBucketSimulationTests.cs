using Personio.Rest.Http;
using Personio.Rest.Tests.Support;

namespace Personio.Rest.Tests.Http;

/// <summary>Two minutes of programs that send as much as permitted to a server that announces no limit.</summary>
public sealed class HiddenBucketSimulationTests
{
    private const double Seconds = 120;
    private const double Begun = 5;

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(5, 5, 0)]
    [InlineData(10, 10, 0)]
    [InlineData(30, 30, 0)]
    [InlineData(2, 6, 0)]
    [InlineData(5, 15, 0)]
    [InlineData(10, 30, 0)]
    [InlineData(30, 100, 0)]
    [InlineData(5, 5, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(30, 30, 1)]
    public void A_hidden_bucket_is_used_to_85_percent_and_2_percent_are_refused_after_five_seconds(
        double rate, double burst, double retryAfter)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed)
        {
            IsAnnounced = false,
            RetryAfter = retryAfter,
            CountsFrom = Begun,
        });

        Assert.All(runs, run => Assert.True(
            run.Served >= 0.85 * rate * (Seconds - Begun), $"{run.Served} served"));
        Assert.All(runs, run => Assert.True(
            run.Refused <= 0.02 * (run.Served + run.Refused), $"{run.Refused} of {run.Served} refused"));
    }

    [Theory]
    [InlineData(2, 0.035)]
    [InlineData(5, 0.02)]
    [InlineData(10, 0.02)]
    [InlineData(30, 0.02)]
    public void Learning_the_rate_costs_few_refusals_from_the_first_request_on(double rate, double most)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, rate, seed) { IsAnnounced = false });

        Assert.All(runs, run => Assert.True(
            run.Refused <= most * (run.Served + run.Refused), $"{run.Refused} of {run.Served} refused"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void A_server_that_counts_seconds_is_used_to_three_quarters_with_2_percent_refused(double rate)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, rate, seed)
        {
            IsAnnounced = false,
            CountsSeconds = true,
            RetryAfter = 1,
            CountsFrom = Begun,
            Programs = [new(new Pacing(20, 4))],
        });

        Assert.All(runs, run => Assert.True(
            run.Served >= 0.75 * rate * (Seconds - Begun), $"{run.Served} served"));
        Assert.All(runs, run => Assert.True(
            run.Refused <= 0.02 * (run.Served + run.Refused), $"{run.Refused} of {run.Served} refused"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(30)]
    public void Two_programs_on_a_hidden_bucket_get_fair_shares(double rate)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, rate, seed)
        {
            IsAnnounced = false,
            CountsFrom = 60,
            Programs = [new(), new()],
        }, 300);

        Assert.All(runs, run => Assert.True(run.Served >= 0.85 * rate * 240, $"{run.Served} served"));
        Assert.All(runs, run => Assert.All(run.Programs, program => Assert.True(
            program.Served >= 0.3 * run.Served, $"{program.Served} of {run.Served}")));
        Assert.True(runs.Average(run => (double)run.Programs.Min(program => program.Served) / run.Served) >= 0.4);
    }

    [Fact]
    public void A_ceiling_is_never_exceeded_and_is_reached_within_five_seconds()
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(1000, 1000, seed)
        {
            IsAnnounced = false,
            CountsFrom = Begun,
        });

        Assert.All(runs, run => Assert.InRange(
            run.Served, 0.97 * 30 * (Seconds - Begun), (30 * (Seconds - Begun)) + 4));
    }

    private static BucketSimulation[] Run(Func<int, BucketSimulation> make, double seconds = Seconds) =>
        [.. Enumerable.Range(1, 10).Select(seed => make(seed).Run(seconds))];
}
