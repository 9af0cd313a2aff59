using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Http;

/// <summary>Two minutes of a program that sends all it may, with random travel times; the seeds make it repeatable.</summary>
public sealed class RateGateSimulationTests
{
    private const double Seconds = 120;

    [Theory]
    [InlineData(10, 10, 0.001, 0.002)]
    [InlineData(10, 10, 0.02, 0.06)]
    [InlineData(10, 10, 0.02, 0.12)]
    [InlineData(30, 100, 0.001, 0.002)]
    [InlineData(30, 100, 0.02, 0.06)]
    [InlineData(30, 100, 0.02, 0.12)]
    public void Alone_on_a_bucket_of_Personio_there_is_no_429_and_hardly_any_time_lost(
        double rate, double burst, double least, double most)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed) { Travel = (least, most) });

        Assert.All(runs, run => Assert.Equal(0, run.Refused));
        Assert.All(runs, run => Assert.True(run.Served >= rate * Seconds, $"{run.Served} served"));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(30, 100)]
    public void A_slow_line_costs_at_most_one_429(double rate, double burst)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed) { Travel = (0.3, 0.4) });

        Assert.All(runs, run => Assert.InRange(run.Refused, 0, 1));
        Assert.All(runs, run => Assert.True(run.Served >= 0.94 * rate * Seconds, $"{run.Served} served"));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(30, 100)]
    public void Another_program_on_the_same_bucket_gets_its_share_and_a_429_stays_an_accident(double rate, double burst)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed) { OthersRate = 0.4 * rate });

        Assert.All(runs, run => Assert.True(run.Refused <= 0.02 * run.Served, $"{run.Refused} refused"));
        Assert.All(runs, run => Assert.True(run.Served >= 0.59 * rate * Seconds, $"{run.Served} served"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(2, 20)]
    [InlineData(0.5, 1)]
    public void No_bucket_is_so_small_that_nothing_goes_through(double rate, double burst)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed));

        Assert.All(runs, run => Assert.True(run.Served >= 0.4 * rate * Seconds, $"{run.Served} served"));
    }

    private static BucketSimulation[] Run(Func<int, BucketSimulation> make) =>
        [.. Enumerable.Range(1, 10).Select(seed => make(seed).Run(Seconds))];
}
