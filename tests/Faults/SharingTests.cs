using Personio.Client;
using Personio.Models;
using Personio.Sandbox;

namespace Personio.Faults;

/// <summary>One session with many concurrent users, and many sessions in one process, while tokens expire.</summary>
public sealed class SharingTests
{
    private const int Users = 32;
    private const int Sessions = 8;
    private const long Megabyte = 1024 * 1024;

    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(500);

    // The service reports whole seconds, rounded up; with shorter lifetimes, the rounding would dominate.
    private static readonly TimeSpan s_life = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Many_users_of_one_session_cost_one_token_request_for_each_revoked_token()
    {
        var figures = new Figures("Sharing one session");
        using Lane lane = await Lane.OpenAsync();
        lane.Server.ClearRequests();
        using var stop = new CancellationTokenSource();
        Task[] users = [.. Enumerable.Range(0, Users).Select(_ => UseAsync(lane, figures, stop.Token))];
        int ended = 0;
        await DuringAsync( figures, [lane], () =>
        {
            lane.Server.ExpireTokens();
            ended++;
        });
        await stop.CancelAsync();
        await Task.WhenAll(users);

        figures.Add("tokens taken back", ended);
        figures.Add("token requests", lane.TokenRequests);
        figures.Print();
        Assert.InRange(lane.TokenRequests, 1, ended);
    }

    [Fact]
    public async Task Parallel_sessions_see_their_own_tenant_and_request_each_token_once()
    {
        var figures = new Figures("Sharing one process");
        Lane[] lanes = await Task.WhenAll(Enumerable.Range(0, Sessions).Select(number => Lane.OpenAsync(options =>
        {
            // All companies differ in size and names.
            options.PersonCount = 20 + (3 * number);
            options.Seed = Sizes.Seed + number;
            options.TokenLifetime = s_life;
        })));
        using var stop = new CancellationTokenSource();
        Task[] users = [.. lanes.SelectMany(lane =>
            Enumerable.Range(0, Users / Sessions).Select(_ => UseAsync(lane, figures, stop.Token)))];
        await DuringAsync(figures, lanes, () => { });
        await stop.CancelAsync();
        await Task.WhenAll(users);
        try
        {
            foreach (Lane lane in lanes)
            {
                figures.Add("tokens that ended", lane.Tokens);
                figures.Add("token requests", lane.TokenRequests);

                // The first one is renewed early, which shows that the service returns the same token until it expires.
                Assert.InRange(lane.TokenRequests, lane.Tokens, lane.Tokens + 1);
            }

            Assert.Equal(
                lanes.Length,
                lanes.Select(lane => lane.Tenant.FindPersonJson(lane.Tenant.PersonIds[0])).Distinct().Count());
        }
        finally
        {
            Array.ForEach(lanes, lane => lane.Dispose());
            figures.Print();
        }
    }

    // Reads persons until the time is up, and checks that all belong to the tenant.
    private static async Task UseAsync(Lane lane, Figures figures, CancellationToken stop)
    {
        string[] expected =
        [
            .. lane.Tenant.People.Persons.Live.Select(row => $"{row.Id} {row.FirstName} {row.LastName}"),
        ];
        while (!stop.IsCancellationRequested)
        {
            IReadOnlyList<Person> rows = await lane.Client.ListAllAsync<Person>(
                Endpoints.ListPersons.For(), CancellationToken.None);
            Assert.Equal(expected, rows.Select(row => $"{row.PersonId} {row.FirstName} {row.LastName}"));
            figures.Add("readings");
        }
    }

    // Runs for the duration of the suite, and measures memory after the warm-up and at the end.
    private static async Task DuringAsync(Figures figures, Lane[] lanes, Action tick)
    {
        int steps = Math.Max(4, (int)(Sizes.Sharing / s_step));
        var memory = new List<long>();
        for (int i = 0; i < steps; i++)
        {
            await Task.Delay(s_step);
            Array.ForEach(lanes, lane => lane.Forget());
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
            // Rarely enough that no request encounters two of them, even on a busy machine: it would be denied access.
            if (i % 4 == 3 && i < steps - 1)
            {
                tick();
            }
        }

        long early = Median(memory[(steps / 4)..(steps / 2)]);
        long late = Median(memory[^(steps / 4)..]);
        figures.Longest("memory when warm, MB", (double)early / Megabyte);
        figures.Longest("memory at the end, MB", (double)late / Megabyte);

        // Requests in progress vary, but a leak in each read would add up.
        Assert.True(
            late < early + ((Sizes.IsLong ? 16 : 32) * Megabyte),
            $"Memory grew from {early / Megabyte} to {late / Megabyte} MB.");
    }

    private static long Median(IReadOnlyCollection<long> values) => values.Order().ElementAt(values.Count / 2);
}
