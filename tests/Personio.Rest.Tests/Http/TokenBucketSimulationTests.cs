using Personio.Rest.Tests.Support;

namespace Personio.Rest.Tests.Http;

/// <summary>Two minutes of a program that sends as much as permitted, with random but repeatable latency.</summary>
public sealed class TokenBucketSimulationTests
{
    private const double Seconds = 120;

    [Theory]
    [InlineData(10, 10, 0.001, 0.002)]
    [InlineData(10, 10, 0.02, 0.06)]
    [InlineData(10, 10, 0.02, 0.12)]
    [InlineData(30, 100, 0.001, 0.002)]
    [InlineData(30, 100, 0.02, 0.06)]
    [InlineData(30, 100, 0.02, 0.12)]
    public void A_bucket_of_Personio_without_other_programs_causes_no_429_and_little_lost_time(
        double rate, double burst, double least, double most)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed) { Travel = (least, most) });

        Assert.All(runs, run => Assert.Equal(0, run.Refused));
        Assert.All(runs, run => Assert.True(run.Served >= rate * Seconds, $"{run.Served} served"));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(30, 100)]
    public void A_slow_connection_costs_at_most_one_429(double rate, double burst)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed) { Travel = (0.3, 0.4) });

        Assert.All(runs, run => Assert.InRange(run.Refused, 0, 1));
        Assert.All(runs, run => Assert.True(run.Served >= 0.94 * rate * Seconds, $"{run.Served} served"));
    }

    [Theory]
    [InlineData(10, 10, 0.001, 0.002, 0)]
    [InlineData(10, 10, 0.001, 0.002, 0.12)]
    [InlineData(10, 10, 0.02, 0.12, 0)]
    [InlineData(30, 100, 0.001, 0.002, 0.12)]
    [InlineData(30, 100, 0.02, 0.12, 0)]
    [InlineData(30, 100, 0.3, 0.4, 0)]
    public void Another_program_takes_half_the_bucket_and_both_rarely_see_a_429(
        double rate, double burst, double least, double most, double thinking)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed)
        {
            Travel = (least, most),
            Thinking = thinking,
            OthersRate = 0.5 * rate,
        });

        Assert.True(RefusedOf(runs, run => run.Programs[0]) < 0.01);
        Assert.True(RefusedOf(runs, run => run.Others) < 0.01);
        Assert.All(runs, run => Assert.InRange(run.Served, 0.49 * rate * Seconds, 0.6 * rate * Seconds));
        Assert.All(runs, run => Assert.True(run.Served + run.Others.Served >= 0.98 * rate * Seconds));
    }

    [Theory]
    [InlineData(10, 10, 0.02)]
    [InlineData(30, 100, 0.01)]
    public void A_program_that_sends_at_random_times_gets_its_tokens_too(double rate, double burst, double refused)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed)
        {
            OthersRate = 0.5 * rate,
            IsIrregular = true,
        });

        Assert.True(RefusedOf(runs, run => run.Programs[0]) < 0.01);
        Assert.True(RefusedOf(runs, run => run.Others) < refused);
        Assert.All(runs, run => Assert.True(run.Served + run.Others.Served >= 0.97 * rate * Seconds));
    }

    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(10, 10, 0.12)]
    [InlineData(30, 100, 0)]
    [InlineData(30, 100, 0.12)]
    public void Two_programs_with_gates_share_the_bucket_and_neither_starves(double rate, double burst, double thinking)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed)
        {
            Thinking = thinking,
            Programs = [new(), new()],
        });

        Assert.True(RefusedOf(runs, run => run.Programs[0]) < 0.01);
        Assert.True(RefusedOf(runs, run => run.Programs[1]) < 0.01);
        Assert.All(runs.SelectMany(run => run.Programs), program => Assert.True(
            program.Served >= 0.4 * rate * Seconds, $"{program.Served} served"));
        Assert.All(runs, run => Assert.True(run.Served >= 0.97 * rate * Seconds));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(2, 20)]
    [InlineData(0.5, 1)]
    public void Even_the_smallest_bucket_lets_requests_through(double rate, double burst)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed));

        Assert.All(runs, run => Assert.True(run.Served >= 0.4 * rate * Seconds, $"{run.Served} served"));
    }

    [Theory]
    [InlineData(10, 10, 1, 0.25)]
    [InlineData(10, 10, 2, 0.15)]
    [InlineData(30, 100, 1, 0.25)]
    [InlineData(30, 100, 2, 0.15)]
    public void Next_to_a_greedy_program_a_fair_minimum_remains(double rate, double burst, double greed, double floor)
    {
        BucketSimulation[] runs = Run(seed => new BucketSimulation(rate, burst, seed)
        {
            OthersRate = greed * rate,
            IsIrregular = true,
            CountsFrom = 15,
        });

        Assert.All(runs, run => Assert.True(
            run.Served >= floor * rate * (Seconds - 15), $"{run.Served} served, {run.Others.Served} to the other"));
    }

    private static BucketSimulation[] Run(Func<int, BucketSimulation> make) =>
        [.. Enumerable.Range(1, 10).Select(seed => make(seed).Run(Seconds))];

    private static double RefusedOf(
        BucketSimulation[] runs, Func<BucketSimulation, BucketSimulation.Program> who) =>
        (double)runs.Sum(run => who(run).Refused) / runs.Sum(run => who(run).Served + who(run).Refused);
}
