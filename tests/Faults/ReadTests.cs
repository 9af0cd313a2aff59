using System.Diagnostics;
using Personio.Client;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>Reads under faults: all rows, each once, or one clear error after the promised attempts.</summary>
public sealed class ReadTests
{
    // Most sessions use the default number of retries; some give up early, so that errors are tested as well.
    private static readonly int[] s_retries = [5, 5, 5, 2, 1, 0];

    [Fact]
    public async Task Reads_return_what_the_tenant_has_or_one_clear_error_after_all_attempts()
    {
        var figures = new Figures("Reads");
        var lanes = new List<Lane>();
        try
        {
            await Sizes.RunAsync(Sizes.Reads, s_retries.Length, async lane =>
            {
                Lane opened = await Lane.HurriedAsync(Sizes.Seed + lane, s_retries[lane]);
                lock (lanes)
                {
                    lanes.Add(opened);
                }

                return (number, dice) => ReadAsync(opened, number, dice, figures);
            });
            Assert.InRange(figures["sent once more by the runtime"], 0, Math.Max(1, Sizes.Reads / 1000));
            Assert.True(Sizes.OnlyCase is not null || figures["complete"] > figures["cases"] / 2);
        }
        finally
        {
            lanes.ForEach(lane => lane.Dispose());
            figures.Print();
        }
    }

    private static async Task ReadAsync(Lane lane, int number, Random dice, Figures figures)
    {
        Reading reading = Reading.Any(dice, lane.Tenant);
        IReadOnlyList<Injected> faults = Injected.All(Sizes.Share, unchecked(Sizes.Seed + number), alsoAfter: false);
        lane.Server.ClearRequests();
        foreach (Injected one in faults)
        {
            lane.Server.AddFault(one.Fault);
        }

        var watch = Stopwatch.StartNew();
        try
        {
            IReadOnlyList<string?> ids = await reading.Read(lane.Client);

            Assert.Equal(reading.Expected.Length, ids.Count);
            Assert.Equal(
                reading.Expected.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
            figures.Add("complete");
        }
        catch (PersonioException fault)
        {
            Check(fault, lane);
            figures.Add("one clear error");
            figures.Add($"  error {fault.Kind}");
        }
        finally
        {
            lane.Server.ClearFaults();
        }

        // Several requests need a token at the same time; the tokens are requested one after the other.
        // A 429 does not use up an attempt while the bucket serves other requests.
        (string target, int most) = Tries(lane, withRefused: false)
            .Where(tries => !tries.Target.Contains("/auth/", StringComparison.Ordinal))
            .DefaultIfEmpty(("", 0)).MaxBy(tries => tries.Item2);
        // The runtime itself repeats a read on a new connection if a kept-alive one ends before the first byte.
        Assert.True(most <= lane.Session.MaxRetry + 2, $"{reading.Name}: {most} tries of {target} [{Requests(lane)}]");
        figures.Add("cases");
        figures.Add("sent once more by the runtime", most == lane.Session.MaxRetry + 2 ? 1 : 0);
        figures.Add("requests", lane.Server.Requests.Count);
        figures.Add(faults);
        figures.Longest("most tries of one request", most);
        figures.Longest("longest read, seconds", watch.Elapsed.TotalSeconds);
    }

    // How often each request was attempted. A 401 does not count, because the same request follows with a new
    // token, unless the 401 did not arrive completely.
    private static IEnumerable<(string Target, int Count)> Tries(
        Lane lane, bool withLost = false, bool withRefused = true) =>
        lane.Server.Requests
            .Where(request => (request.Status != 401 || (withLost && request.Aborted))
                && (request.Status != 429 || withRefused))
            .GroupBy(request => $"{request.Method} {request.RawTarget}")
            .Select(same => (same.Key, same.Count()));

    private static string Requests(Lane lane) => string.Join(
        "; ", lane.Server.Requests.Select(request => $"{request}{(request.Aborted ? " lost" : "")}"));

    private static int Tries(Lane lane, PersonioException fault, bool withLost, bool withRefused = true) =>
        Tries(lane, withLost, withRefused)
        .Where(tries => tries.Target.StartsWith($"{fault.Method} {fault.Path}", StringComparison.Ordinal))
        .Select(tries => tries.Count)
        .DefaultIfEmpty(0)
        .Max();

    private static void Check(PersonioException fault, Lane lane)
    {
        Assert.False(fault.OutcomeUnknown, fault.Message);
        Assert.NotEmpty(fault.Message);
        int allowed = lane.Session.MaxRetry + 1;
        (int most, int withLost) = (Tries(lane, fault, withLost: false), Tries(lane, fault, withLost: true));
        bool wasRefused = most > Tries(lane, fault, withLost: false, withRefused: false);
        bool isToken = fault.Path == Endpoints.CreateToken.Path;
        switch (fault.Kind)
        {
            case ErrorKind.RateLimited or ErrorKind.ServiceUnavailable or ErrorKind.ConnectionFailed:
            case ErrorKind.TimedOut:
                // On a busy machine, an attempt that timed out may not have arrived.
                Assert.True(
                    most == allowed || withLost == allowed || most == allowed + 1
                        || ((isToken || wasRefused) && most > allowed)
                        || (most < allowed && lane.Told.Lines.Any(line => line.Contains("in time"))),
                    $"{most} tries instead of {allowed}: {fault.Message}");
                break;
            case ErrorKind.UnexpectedResponse:
                Assert.Contains(lane.Server.Requests, request => request.Status == 200);
                break;
            case ErrorKind.AccessDenied:
                // The new token was rejected as well.
                Assert.True(lane.Server.Requests.Count(request => request.Status == 401) >= 2, fault.Message);
                break;
            default:
                Assert.Fail($"{fault.Kind} explains nothing: {fault.Message}");
                break;
        }
    }
}
