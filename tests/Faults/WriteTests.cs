using System.Diagnostics;
using Personio.Client;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>
/// Changes under faults that occur before or after the tenant carries them out. The tenant's ledger shows that no
/// change is carried out twice, and that no change that was carried out is reported as plainly failed.
/// </summary>
public sealed class WriteTests
{
    // With few retries, a lost response and a subsequent refusal occur together.
    private static readonly int[] s_retries = [5, 5, 2, 2, 1, 1];

    [Fact]
    public async Task Changes_are_made_once_or_refused_or_reported_as_unknown()
    {
        var figures = new Figures("Writes");
        var lanes = new List<Lane>();
        try
        {
            await Sizes.RunAsync(Sizes.Writes, s_retries.Length, async lane =>
            {
                Lane opened = await Lane.HurriedAsync(Sizes.Seed + lane, s_retries[lane]);
                lock (lanes)
                {
                    lanes.Add(opened);
                }

                return (number, dice) => WriteAsync(opened, number, dice, figures);
            });
            Assert.True(Sizes.OnlyCase is not null || figures["unknown, and carried out"] > 0);
            Assert.True(Sizes.OnlyCase is not null || figures["made"] > figures["cases"] / 3);
        }
        finally
        {
            lanes.ForEach(lane => lane.Dispose());
            figures.Print();
        }
    }

    private static async Task WriteAsync(Lane lane, int number, Random dice, Figures figures)
    {
        Change change = await Change.OfAsync(lane, number);
        IReadOnlyList<Injected> faults = Injected.All(
            dice.Next(3) == 0 ? 2 * Sizes.WriteShare : Sizes.WriteShare,
            unchecked(Sizes.Seed + number),
            alsoAfter: true);
        int before = lane.Tenant.Ledger.Count;
        lane.Server.ClearRequests();
        if (dice.Next(3) == 0)
        {
            // In this case, the new token has to pass the same faults first.
            lane.Server.ExpireTokens();
        }

        foreach (Injected one in faults)
        {
            lane.Server.AddFault(one.Fault);
        }

        var watch = Stopwatch.StartNew();
        PersonioException? fault = null;
        try
        {
            await change.Send(lane.Client);
        }
        catch (PersonioException known)
        {
            fault = known;
        }

        figures.Longest("longest change, seconds", watch.Elapsed.TotalSeconds);
        await lane.QuietAsync();
        lane.Server.ClearFaults();
        int done = lane.Tenant.Ledger.Count - before;

        string seen = $"{change.Name} was carried out {done} times and ended as: {fault?.Message ?? "made"}"
            + $" [{string.Join("; ", lane.Server.Requests)}]";
        Assert.True(done <= 1, seen);
        string end = fault switch
        {
            null => "made",
            { OutcomeUnknown: true } => done == 1 ? "unknown, and carried out" : "unknown, and not carried out",
            _ => "refused",
        };
        Assert.True(end != "made" || done == 1, seen);
        Assert.True(end != "refused" || done == 0, seen);
        // A request that received a complete 401 was refused because of its token.
        bool isSent = lane.Server.Requests.Any(request =>
            (request.Status != 401 || request.Aborted)
            && !request.Path.StartsWith("/v2/auth", StringComparison.Ordinal));
        Assert.True(isSent || fault is { OutcomeUnknown: false }, $"Nothing was sent: {seen}");
        Assert.Equal(
            fault?.OutcomeUnknown == true, fault?.Message.Contains("may or may not have been applied") == true);
        figures.Add("cases");
        figures.Add(end);
        figures.Add($"  {end}: {change.Name.Split(' ')[0]}");
        figures.Add("requests", lane.Server.Requests.Count);
        figures.Add(faults);
    }
}
