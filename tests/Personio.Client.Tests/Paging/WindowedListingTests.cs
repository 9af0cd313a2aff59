using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Paging;

public sealed class WindowedListingTests
{
    private static DateTime From => DayServer.From;

    [Fact]
    public async Task Rows_that_fit_on_one_page_cost_one_request_and_are_ordered_by_day()
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 1, rows: 100, days: 31);

        IReadOnlyList<string> ids = await ListAsync(scene, DayServer.Query(From, From.AddDays(30)));

        Assert.Single(scene.Network.Calls);
        AssertWhole(server, ids, From, From.AddDays(30));
    }

    [Fact]
    public async Task A_single_day_is_read_page_by_page()
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 1, rows: 450, days: 1);

        IReadOnlyList<string> ids = await ListAsync(scene, DayServer.Query(From, From));

        Assert.Equal(5, scene.Network.Calls.Count);
        AssertWhole(server, ids, From, From);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(14)]
    public async Task No_row_is_lost_or_duplicated_and_days_are_in_order_whatever_is_slow_or_fails(int leastDays)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            using TestSession scene = await TestSession.OpenAsync();
            var server = new DayServer(scene.Network, seed, 150 * seed, 10 * (seed + 1), leastDays) { Faults = 5 };
            DateTime? to = seed % 3 == 0 ? null : From.AddDays(8 * seed);

            IReadOnlyList<string> ids = await ListAsync(scene, DayServer.Query(From, to, leastDays));

            AssertWhole(server, ids, From, to);
            Assert.InRange(server.MostUnderWay, 1, 5);
            Assert.Equal(0, scene.Network.UnderWay);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(14)]
    public async Task An_empty_first_page_does_not_cut_the_list_short(int leastDays)
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 3, rows: 250, days: 60) { BeginsEmpty = true };

        IReadOnlyList<string> ids = await ListAsync(scene, DayServer.Query(From, From.AddDays(60), leastDays));

        AssertWhole(server, ids, From, From.AddDays(60));
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(14, 300)]
    public async Task Windows_are_read_in_parallel(int leastDays, int days)
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 5, rows: 6000, days);

        await ListAsync(scene, DayServer.Query(From, From.AddDays(days), leastDays));

        Assert.InRange(server.MostUnderWay, 3, 5);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(14, 100)]
    public async Task The_rows_of_a_first_page_are_reported_if_they_are_a_sample(int leastDays, int told)
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 5, rows: 900, days: 300);
        var sampled = new List<AttendancePeriod>();

        IReadOnlyList<string> ids = await ListAsync(
            scene, DayServer.Query(From, From.AddDays(300), leastDays) with { Sampled = sampled.AddRange });

        Assert.Equal(told, sampled.Count);
        AssertWhole(server, ids, From, From.AddDays(300));
    }

    [Fact]
    public async Task A_row_that_began_before_the_span_is_returned_once_with_the_first_window()
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 9, rows: 900, days: 40, longest: 20);
        DateTime from = From.AddDays(10);

        IReadOnlyList<string> ids = await ListAsync(scene, DayServer.Query(from, From.AddDays(30), leastDays: 7));

        AssertWhole(server, ids, from, From.AddDays(30));
        Assert.Contains(ids, id => server.FirstOf(id) < from);
    }

    [Fact]
    public async Task A_row_that_an_earlier_window_returns_waits_for_its_own_window()
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 9, rows: 900, days: 60, longest: 5) { Slack = 2 };

        IReadOnlyList<string> ids = await ListAsync(scene, DayServer.Query(From, From.AddDays(70), leastDays: 7));

        AssertWhole(server, ids, From, From.AddDays(70));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(120)]
    [InlineData(700)]
    public async Task Stopping_early_leaves_no_request_behind(int taken)
    {
        using TestSession scene = await TestSession.OpenAsync();
        _ = new DayServer(scene.Network, seed: 3, rows: 3000, days: 30);

        await foreach (AttendancePeriod row in scene.Client.ListDaysAsync(DayServer.Query(From, From.AddDays(30))))
        {
            if (--taken == 0)
            {
                break;
            }
        }

        Assert.Equal(0, scene.Network.UnderWay);
    }

    [Fact]
    public async Task Stopping_ends_all_windows()
    {
        using TestSession scene = await TestSession.OpenAsync();
        using var stop = new CancellationTokenSource();
        _ = new DayServer(scene.Network, seed: 3, rows: 3000, days: 30);
        await using IAsyncEnumerator<AttendancePeriod> rows = scene.Client
            .ListDaysAsync(DayServer.Query(From, From.AddDays(30)), stop.Token).GetAsyncEnumerator(stop.Token);
        await rows.MoveNextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await rows.MoveNextAsync())
            {
            }
        });
        await rows.DisposeAsync();
        Assert.Equal(0, scene.Network.UnderWay);
    }

    [Fact]
    public async Task An_unexpected_fault_also_ends_the_read()
    {
        using TestSession scene = await TestSession.OpenAsync();
        _ = new DayServer(scene.Network, seed: 3, rows: 3000, days: 30);
        WindowedQuery<AttendancePeriod> query = DayServer.Query(From, From.AddDays(30));
        int asked = 0;
        WindowedQuery<AttendancePeriod> broken = query with
        {
            Request = window => window.First > From.AddDays(2) && ++asked > 0
                ? Endpoints.ListAttendancePeriods.For().WithBody(new UnreadableBody())
                : query.Request(window),
        };

        Task reading = Task.Run(() => ListAsync(scene, broken));

        await Assert.ThrowsAsync<NotSupportedException>(() => reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.NotEqual(0, asked);
    }

    [Fact]
    public async Task A_failed_window_is_reported_after_the_rows_before_it()
    {
        using TestSession scene = await TestSession.OpenAsync();
        var server = new DayServer(scene.Network, seed: 3, rows: 3000, days: 30) { Refused = From.AddDays(3) };
        var ids = new List<string>();

        PersonioException fault = await Refusal.OfAsync(
            () => ListAsync(scene, DayServer.Query(From, From.AddDays(30)), ids));

        Assert.Equal(422, (int?)fault.StatusCode);
        AssertWhole(server, ids, From, From.AddDays(2));
        Assert.Equal(0, scene.Network.UnderWay);
    }

    private static void AssertWhole(DayServer server, IReadOnlyList<string> ids, DateTime from, DateTime? to)
    {
        Assert.Equal(server.Between(from, to).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        IEnumerable<DateTime> days = ids.Select(server.FirstOf);
        Assert.Equal(days.Order(), days);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        TestSession scene, WindowedQuery<AttendancePeriod> query, List<string>? ids = null)
    {
        ids ??= [];
        await foreach (AttendancePeriod row in scene.Client.ListDaysAsync(query))
        {
            ids.Add(row.AttendancePeriodId!);
        }

        return ids;
    }

    private sealed class UnreadableBody
    {
        public string Member => throw new NotSupportedException("No such thing.");
    }
}
