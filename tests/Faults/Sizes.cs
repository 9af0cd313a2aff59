using System.Globalization;

// Run in sequence, so that the rest of the suite does not disturb measurements.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Personio.Faults;

/// <summary>
/// All sizes in one place. PERSONIO_FAULTS=long selects the long form, PERSONIO_FAULTS_SEED the seed
/// of an earlier run, PERSONIO_FAULTS_CASE one case of it.
/// </summary>
internal static class Sizes
{
    /// <summary>The share of requests that fail in the suites of reads.</summary>
    public const double Share = 0.2;

    /// <summary>The share of requests that fail in the suite of changes, which sends fewer.</summary>
    public const double WriteShare = 0.35;

    public static readonly bool IsLong = Environment.GetEnvironmentVariable("PERSONIO_FAULTS") == "long";

    public static readonly int Reads = IsLong ? 10_000 : 500;

    public static readonly int Writes = IsLong ? 1_000 : 300;

    public static readonly int Cancels = IsLong ? 420 : 56;

    public static readonly TimeSpan Sharing = TimeSpan.FromSeconds(IsLong ? 60 : 7);

    public static readonly int Seed = Number("PERSONIO_FAULTS_SEED") ?? Random.Shared.Next(1, 1_000_000);

    public static readonly int? OnlyCase = Number("PERSONIO_FAULTS_CASE");

    /// <summary>How to reproduce a failure, for its message.</summary>
    public static string Replay(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"case {number}; again with PERSONIO_FAULTS_SEED={Seed} PERSONIO_FAULTS_CASE={number}");

    /// <summary>Runs the cases in parallel lanes, each lane in order, and reports all failures.</summary>
    public static async Task RunAsync(int count, int lanes, Func<int, Task<Func<int, Random, Task>>> open)
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Run(async () =>
        {
            Func<int, Random, Task> run = await open(lane);
            for (int number = lane; number < count && failures.Count < 10; number += lanes)
            {
                if (OnlyCase is { } only && only != number)
                {
                    continue;
                }

                try
                {
                    await run(number, new Random(HashCode(number)));
                }
                catch (Exception fault)
                {
                    failures.Enqueue($"{Replay(number)}: {fault.GetType().Name}: {fault.Message} {fault.StackTrace}");
                }
            }
        })));
        Assert.True(failures.IsEmpty, string.Join('\n', failures));
    }

    private static int HashCode(int number) => unchecked((Seed * 7919) + number);

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value)
            ? value
            : null;
}
