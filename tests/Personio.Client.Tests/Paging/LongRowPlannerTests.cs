using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Paging;

public sealed class LongRowPlannerTests
{
    private static readonly DateTime s_today = new(2026, 6, 15);

    [Fact]
    public void Three_windows_start_together()
    {
        Assert.Equal([73, 80, 80], Begin(Year(), []).Select(read => read.Window.Days!.Value));
    }

    [Theory]
    [InlineData(0.2, 0.3, true)]
    [InlineData(0.1, 0.3, false)]
    [InlineData(0.2, null, false)]
    public void A_fourth_window_starts_if_the_first_pages_of_all_were_slow(double one, double? other, bool isBegun)
    {
        LongRowPlanner plan = Year();
        List<WindowProgress> reads = Begin(plan, []);
        reads[0] = reads[0] with { Pages = 1, Latency = TimeSpan.FromSeconds(one) };
        reads[1] = reads[1] with { Pages = 1, Latency = TimeSpan.FromSeconds(0.3) };
        reads[2] = reads[2] with { Latency = other is { } seconds ? TimeSpan.FromSeconds(seconds) : null };

        Assert.Equal(isBegun, plan.ShouldStartAnother(reads));
    }

    [Fact]
    public void The_rest_is_divided_when_the_first_window_is_done_whichever_it_is()
    {
        LongRowPlanner plan = Year();
        List<WindowProgress> reads = Begin(plan, []);
        reads[1] = Windows.Ended(reads[1].Window, 1200);
        plan.Learn(reads[1]);

        List<WindowProgress> rest = Begin(
            plan, [.. reads.Select(read => read.HasEnded ? read : read with { Pages = 11 })]);

        Assert.Equal([66, 66], rest.Select(read => read.Window.Days!.Value));
        Assert.True(rest[^1].Window.IsLast);
    }

    [Fact]
    public void A_rest_of_few_pages_is_one_window()
    {
        LongRowPlanner plan = Year();
        List<WindowProgress> reads = Begin(plan, []);
        plan.Learn(Windows.Ended(reads[0].Window, 400));

        Assert.Equal([132], Begin(plan, reads).Select(read => read.Window.Days!.Value));
    }

    [Fact]
    public void Nothing_more_is_started_until_a_window_shows_how_many_rows_there_are()
    {
        LongRowPlanner plan = Year();
        List<WindowProgress> reads = Begin(plan, []);

        Assert.False(plan.ShouldStartAnother([.. reads.Select(read => read with { Pages = 40 })]));
    }

    [Fact]
    public void Windows_end_on_the_nearest_preferred_weekday()
    {
        LongRowPlanner plan = Year(cut: DayOfWeek.Saturday);

        DayWindow[] windows = [.. Windows.All(plan, _ => 600)];

        Assert.All(windows[..^1], window => Assert.Equal(DayOfWeek.Saturday, window.Last!.Value.DayOfWeek));
        Assert.Equal(Day(3, 14), windows[0].Last);
    }

    [Theory]
    [InlineData(365, 14, "73 80 80 132")]
    [InlineData(30, 14, "14 16")]
    [InlineData(31, 14, "14 17")]
    [InlineData(7, 14, "7")]
    public void No_window_is_shorter_than_the_minimum(int days, int least, string lengths)
    {
        var plan = new LongRowPlanner(Day(1, 1), Day(1, 1).AddDays(days - 1), s_today, least);

        Assert.Equal(lengths, string.Join(' ', Windows.All(plan, _ => 0).Select(window => window.Days)));
    }

    [Fact]
    public void Windows_are_shorter_where_most_rows_of_the_sample_are()
    {
        DateTime?[] days =
        [
            .. Enumerable.Range(0, 100)
                .Select(i => (DateTime?)Day(i % 10 < 8 ? 7 : 1 + (i % 10 - 8) * 10, 1 + (i % 28))),
        ];
        var density = DayDensity.From(Day(1, 1), Day(12, 31), days);

        double july = density.Weight(Day(7, 1), Day(7, 31));
        double april = density.Weight(Day(4, 1), Day(4, 30));

        Assert.InRange(july / density.Weight(Day(1, 1), Day(12, 31)), 0.4, 0.8);
        Assert.True(july > 8 * april, $"{july} and {april}");
        Assert.Equal(Day(7, 1), density.LastOf(Day(7, 1), 0));
        Assert.InRange(density.LastOf(Day(7, 1), july), Day(7, 30), Day(7, 31));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_in_the_order_of_their_days_are_not_a_sample(bool isDescending)
    {
        DateTime?[] days = [.. Enumerable.Range(0, 100).Select(i => (DateTime?)Day(1, 1 + (i / 10)))];
        var density = DayDensity.From(Day(1, 1), Day(12, 31), isDescending ? days.OrderDescending() : days);

        Assert.Equal(30, density.Weight(Day(6, 1), Day(6, 30)));
        Assert.Same(DayDensity.Even, density);
    }

    private static LongRowPlanner Year(DayOfWeek? cut = null) =>
        new(Day(1, 1), Day(12, 31), s_today, minDays: 14, density: null, cut);

    // The windows that have been started in addition to those that are read.
    private static List<WindowProgress> Begin(LongRowPlanner plan, List<WindowProgress> reads)
    {
        var begun = new List<WindowProgress>();
        while (plan.ShouldStartAnother([.. reads, .. begun]) && plan.Next() is { } window)
        {
            begun.Add(Windows.Begun(window, 0));
        }

        return begun;
    }

    private static DateTime Day(int month, int day) => new(2026, month, day);
}
