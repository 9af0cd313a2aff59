using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Personio.Client.Tests.Hostile;

/// <summary>One malformed response.</summary>
/// <param name="Bytes">Its body.</param>
/// <param name="Play">Passes it to the client.</param>
internal sealed record HostileCase(byte[] Bytes, Func<Task> Play)
{
    /// <summary>How often the response was served: a page may link to itself.</summary>
    public int Served { get; set; } = 1;
}

/// <summary>
/// Plays many malformed responses. The environment can set PERSONIO_FUZZ_CASES, the total number, PERSONIO_FUZZ_SEED,
/// the seed (a number, or random), and PERSONIO_FUZZ_REPLAY, the single case to repeat, as printed by a failure.
/// </summary>
internal static class Fuzz
{
    // The limits for one response. Tests that run alone measure the whole process.
    private const long MostBytes = 50 * 1024 * 1024;

    private const int Quick = 10_000;

    // Processor time, because the client is not to blame for a busy machine.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    // Anything that still runs then waits for something that never happens.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly Process s_process = Process.GetCurrentProcess();

    private static readonly int s_cases = Number("PERSONIO_FUZZ_CASES") ?? Quick;

    // A fixed seed, so that a build does not depend on chance; the long form uses another one.
    private static readonly int s_seed = Environment.GetEnvironmentVariable("PERSONIO_FUZZ_SEED") == "random"
        ? Random.Shared.Next()
        : Number("PERSONIO_FUZZ_SEED") ?? 20260601;

    /// <summary>Plays a share of all cases.</summary>
    /// <param name="target">The tested code.</param>
    /// <param name="share">Of a thousand.</param>
    /// <param name="make">Creates a case from random numbers.</param>
    public static async Task RunAsync(string target, int share, Func<Random, HostileCase> make)
    {
        string[]? replay = Environment.GetEnvironmentVariable("PERSONIO_FUZZ_REPLAY")?.Split('/');
        if (replay is not null)
        {
            if (replay[0] == target)
            {
                await PlayAsync(
                    target, int.Parse(replay[1], CultureInfo.InvariantCulture),
                    int.Parse(replay[2], CultureInfo.InvariantCulture), make);
            }

            return;
        }

        for (int i = 0; i < Math.Max(1, s_cases * share / 1000); i++)
        {
            await PlayAsync(target, s_seed, i, make);
        }
    }

    private static async Task PlayAsync(string target, int seed, int number, Func<Random, HostileCase> make)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{target}/{seed}/{number}");
        HostileCase Again() => make(new Random(Stable(name)));
        HostileCase one = Again();
        TimeSpan fastest = TimeSpan.MaxValue;
        long least = long.MaxValue;

        // The best of three counts, because of compilation at the first run and unpredictable garbage collections.
        for (int tries = 0; tries < 3 && (fastest > s_longest || least > MostBytes); tries++)
        {
            one = tries == 0 ? one : Again();
            long before = GC.GetTotalAllocatedBytes();
            TimeSpan start = CpuTime();
            try
            {
                await one.Play().WaitAsync(s_patience);
            }
            catch (PersonioException fault)
            {
                CheckMessage(name, one, fault);
            }
            catch (Exception fault)
            {
                Assert.Fail(Report(name, one, $"{fault.GetType().Name} came out: {fault}"));
            }

            TimeSpan took = CpuTime() - start;
            fastest = took < fastest ? took : fastest;
            least = Math.Min(least, (GC.GetTotalAllocatedBytes() - before) / Math.Max(1, one.Served));
        }

        Assert.True(fastest <= s_longest, Report(name, one, $"It took {fastest.TotalSeconds:0.0} s."));
        Assert.True(least <= MostBytes, Report(name, one, $"It took {least / 1024 / 1024} MB."));
    }

    // Messages are short and contain no cursor control sequences.
    private static void CheckMessage(string name, HostileCase one, PersonioException fault)
    {
        string[] texts = [fault.Message, fault.Detail ?? "", fault.TraceId ?? "", fault.RecommendedAction ?? ""];
        Assert.True(
            texts.All(text => text.Length < 4_000 && !text.Any(char.IsControl)),
            Report(
                name, one,
                $"The message is no line for people: {fault.Message[..Math.Min(300, fault.Message.Length)]}"));
    }

    private static string Report(string name, HostileCase one, string what) =>
        $"{what[..Math.Min(what.Length, 3_000)]}\nRepeat it with PERSONIO_FUZZ_REPLAY={name}\n"
        + $"{one.Bytes.Length} bytes: {Encoding.UTF8.GetString(one.Bytes, 0, Math.Min(one.Bytes.Length, 1_500))}";

    private static TimeSpan CpuTime()
    {
        s_process.Refresh();
        return s_process.TotalProcessorTime;
    }

    // The hash code of a string differs between processes.
    private static int Stable(string name) => name.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
