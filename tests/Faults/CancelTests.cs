using System.Diagnostics;
using System.Net.NetworkInformation;
using Personio.Client;
using Personio.Models;

namespace Personio.Faults;

/// <summary>
/// Canceling at a random moment, in real time: it ends immediately, leaves nothing behind, and the session remains
/// usable.
/// </summary>
public sealed class CancelTests
{
    private const double Promised = 200;

    // Even on a busy machine, anything longer means that a wait was not canceled.
    private const double Hanging = 3000;

    private static readonly TimeSpan s_longestMoment = TimeSpan.FromMilliseconds(120);

    [Fact]
    public async Task Canceling_ends_the_call_immediately_and_leaves_nothing_behind_and_the_session_usable()
    {
        var figures = new Figures("Cancels");
        try
        {
            await Sizes.RunAsync(Sizes.Cancels, lanes: 1, _ => Task.FromResult<Func<int, Random, Task>>(
                (number, dice) => CancelAsync(Wait.All[number % Wait.All.Count], dice, figures)));

            // On a busy machine, a few may be late; each is in the figures.
            Assert.True(
                figures["later than 200 ms"] <= Math.Max(1, Sizes.Cancels / 50),
                $"{figures["later than 200 ms"]} of {Sizes.Cancels} took more than 200 ms (seed {Sizes.Seed}).");
        }
        finally
        {
            figures.Print();
        }
    }

    private static async Task CancelAsync(Wait wait, Random dice, Figures figures)
    {
        var network = new CountedNetwork();
        using Lane lane = await Lane.OpenAsync(session: options => options with { Network = network });
        using var stop = new CancellationTokenSource();
        wait.Arm(lane.Server);
        Task run = wait.Begin(lane.Client, lane.Tenant, stop.Token);
        await Task.WhenAny(run, Task.Delay(s_longestMoment * dice.NextDouble()));
        Assert.False(run.IsCompleted, $"{wait.Name} was not waited for: {run.Exception?.Message}");

        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(Hanging)));
        double took = watch.Elapsed.TotalMilliseconds;

        Assert.True(run.IsCompleted, $"{wait.Name} was not ended by canceling.");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(network.UnderWay == 0, $"{wait.Name} left {network.UnderWay} requests under way.");
        figures.Add("cases");
        figures.Add($"  {wait.Name}");
        figures.Add("later than 200 ms", took > Promised ? 1 : 0);
        figures.Longest("longest end of a wait, ms", took);
        await AssertUsableAsync(lane, wait);
        await LeavesNoSocketAsync(lane, wait);
    }

    private static async Task AssertUsableAsync(Lane lane, Wait wait)
    {
        lane.Server.ClearFaults();
        lane.Server.Options.Latency = TimeSpan.Zero;
        lane.Server.Options.RateLimits = false;
        int sent = await ArrivedAsync(lane);

        IReadOnlyList<AbsenceType> types = await lane.Client.ListAllAsync<AbsenceType>(
            Endpoints.ListAbsenceTypes.For());

        Assert.Equal(lane.Tenant.AbsenceTypeIds, types.Select(type => type.AbsenceTypeId));
        Assert.True(
            lane.Server.Requests.Skip(sent).All(request => request.Path is "/v2/absence-types" or "/v2/auth/token"),
            $"{wait.Name} went on: {string.Join("; ", lane.Server.Requests.Skip(sent))}");
    }

    // A request sent before the moment may arrive a little after it.
    private static async Task<int> ArrivedAsync(Lane lane)
    {
        int before;
        do
        {
            before = lane.Server.Requests.Count;
            await Task.Delay(40);
        }
        while (lane.Server.Requests.Count != before);

        return before;
    }

    private static async Task LeavesNoSocketAsync(Lane lane, Wait wait)
    {
        int port = lane.Server.BaseUri.Port;
        lane.Session.Dispose();
        int open = int.MaxValue;
        for (int i = 0; i < 100 && (open = SocketsTo(port)) > 0; i++)
        {
            await Task.Delay(20);
        }

        Assert.True(open == 0, $"{wait.Name} left {open} sockets.");
    }

    // The ends that belong to the client.
    private static int SocketsTo(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(one => one.RemoteEndPoint.Port == port && one.State == TcpState.Established);
}
