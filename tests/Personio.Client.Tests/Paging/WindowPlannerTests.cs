namespace Personio.Client.Tests.Paging;

public sealed class WindowPlannerTests
{
    private static readonly DateTime s_today = new(2026, 6, 15);

    [Fact]
    public void It_begins_with_a_day_and_goes_on_as_the_rows_permit()
    {
        var plan = new WindowPlanner(Day(3, 1), Day(3, 31), s_today, rows: 2000);

        DayWindow first = plan.Next()!.Value;
        plan.Learn(first, 1000);
        DayWindow second = plan.Next()!.Value;
        plan.Learn(second, 400);
        DayWindow third = plan.Next()!.Value;

        Assert.Equal(new DayWindow(Day(3, 1), Day(3, 1), IsFirst: true, IsLast: false), first);
        Assert.Equal(new DayWindow(Day(3, 2), Day(3, 3), IsFirst: false, IsLast: false), second);
        Assert.Equal(new DayWindow(Day(3, 4), Day(3, 7), IsFirst: false, IsLast: false), third);
    }

    [Fact]
    public void A_day_with_more_rows_than_fit_stays_a_day()
    {
        var plan = new WindowPlanner(Day(3, 1), Day(3, 31), s_today, rows: 2000);

        plan.Learn(plan.Next()!.Value, 9000);

        Assert.Equal(1, plan.Next()!.Value.Days);
    }

    [Fact]
    public void A_quiet_day_makes_the_next_window_four_times_as_long_and_no_longer()
    {
        var plan = new WindowPlanner(Day(3, 1), Day(12, 31), s_today);

        plan.Learn(plan.Next()!.Value, 0);

        Assert.Equal(4, plan.Next()!.Value.Days);
    }

    [Fact]
    public void A_weekend_does_not_make_a_busy_company_quiet()
    {
        var plan = new WindowPlanner(Day(3, 2), Day(12, 31), s_today, rows: 2000);
        foreach (int rows in (int[])[1000, 1000, 1000, 1000, 1000, 0])
        {
            plan.Learn(new DayWindow(Day(3, 2), Day(3, 2)), rows);
        }

        Assert.Equal(2, plan.Next()!.Value.Days);
    }

    [Fact]
    public void Windows_get_shorter_toward_the_end()
    {
        var plan = new WindowPlanner(Day(1, 1), Day(4, 9), s_today);
        plan.Learn(new DayWindow(Day(1, 1), Day(2, 1)), 1920);

        Assert.Equal([33, 22, 14, 10, 6, 14], All(plan, window => window.Days!.Value * 60).Select(window => window.Days!.Value));
    }

    [Fact]
    public void A_remainder_with_few_rows_is_one_window()
    {
        var plan = new WindowPlanner(Day(1, 1), Day(4, 9), s_today);
        plan.Learn(new DayWindow(Day(1, 1), Day(2, 1)), 1);

        Assert.Equal(99, plan.Next()!.Value.Days);
    }

    [Fact]
    public void A_window_that_turns_out_deep_makes_the_next_ones_shorter_before_it_is_done()
    {
        var plan = new WindowPlanner(Day(1, 1), Day(12, 31), s_today, least: 14, initial: 5);
        DayWindow first = plan.Next()!.Value;
        plan.LearnSoFar(first, 1900);
        DayWindow second = plan.Next()!.Value;

        plan.LearnSoFar(first, 3700);

        Assert.Equal((36, 73), (first.Days, second.Days));
        Assert.Equal(18, plan.Next()!.Value.Days);
    }

    [Fact]
    public void A_first_window_full_of_long_rows_is_half_as_long_and_the_rest_is_cut_evenly()
    {
        var plan = new WindowPlanner(Day(1, 1), Day(12, 31), s_today, least: 14, initial: 5, rows: 2000);

        int[] days = [.. All(plan, window => window.Days!.Value * 15).Select(window => window.Days!.Value)];

        Assert.Equal([36, 109, 110, 110], days);
    }

    [Fact]
    public void Windows_end_on_the_day_of_the_week_that_is_nearest()
    {
        var plan = new WindowPlanner(
            Day(1, 1), Day(12, 31), s_today, least: 14, initial: 5, cut: DayOfWeek.Saturday);

        DayWindow[] windows = [.. All(plan, _ => 600)];

        Assert.All(windows[..^1], window => Assert.Equal(DayOfWeek.Saturday, window.Last!.Value.DayOfWeek));
        Assert.Equal(Day(2, 7), windows[0].Last);
    }

    [Fact]
    public void Windows_are_shorter_where_most_rows_of_the_example_are()
    {
        DateTime?[] days = [.. Enumerable.Range(0, 100).Select(i => (DateTime?)Day(i % 10 < 8 ? 7 : 1 + (i % 10 - 8) * 10, 1 + (i % 28)))];
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
    public void Rows_in_the_order_of_their_days_are_no_example(bool isDescending)
    {
        DateTime?[] days = [.. Enumerable.Range(0, 100).Select(i => (DateTime?)Day(1, 1 + (i / 10)))];
        var density = DayDensity.From(Day(1, 1), Day(12, 31), isDescending ? days.OrderDescending() : days);

        Assert.Equal(30, density.Weight(Day(6, 1), Day(6, 30)));
        Assert.Same(DayDensity.Even, density);
    }

    [Fact]
    public void The_deeper_the_pages_the_more_windows_are_read_at_once_but_not_before_the_first_has_told_how_many_to_cut()
    {
        var days = new WindowPlanner(Day(1, 1), Day(12, 31), s_today);
        var weeks = new WindowPlanner(Day(1, 1), Day(12, 31), s_today, least: 14, initial: 5);
        int[] depths = [0, 1, 4, 12, 24];

        Assert.Equal([2, 3, 4, 5, 6], depths.Select(depth => MostAtOnce(days, depth)));
        Assert.Equal([2, 3, 3, 3, 3], depths.Select(depth => MostAtOnce(weeks, depth)));
        weeks.Learn(weeks.Next()!.Value, 500);
        Assert.Equal([2, 3, 4, 5, 6], depths.Select(depth => MostAtOnce(weeks, depth)));
    }

    [Fact]
    public void Windows_that_wait_for_their_turn_are_not_counted_once_it_is_known_how_long_windows_should_be()
    {
        var plan = new WindowPlanner(Day(1, 1), Day(12, 31), s_today);

        bool before = plan.BeginsAnother(unfinished: 0, open: 4, depth: 5);
        plan.Learn(plan.Next()!.Value, 500);

        Assert.False(before);
        Assert.True(plan.BeginsAnother(unfinished: 3, open: 6, depth: 5));
        Assert.False(plan.BeginsAnother(unfinished: 0, open: 7, depth: 5));
        Assert.False(plan.BeginsAnother(unfinished: 4, open: 4, depth: 5));
    }

    private static int MostAtOnce(WindowPlanner plan, int depth) =>
        Enumerable.Range(0, 10).First(count => !plan.BeginsAnother(count, count, depth));

    [Theory]
    [InlineData(365, 14, 5, "36 73 73 73 73 37")]
    [InlineData(30, 14, 6, "14 16")]
    [InlineData(31, 14, 6, "14 17")]
    [InlineData(7, 14, 6, "7")]
    [InlineData(7, 1, 6, "2 2 2 1")]
    [InlineData(1, 1, int.MaxValue, "1")]
    public void As_long_as_nothing_is_known_windows_are_as_many_as_wanted_and_none_is_shorter_than_rows_last(
        int days, int least, int initial, string lengths)
    {
        var plan = new WindowPlanner(Day(1, 1), Day(1, 1).AddDays(days - 1), s_today, least, initial);

        var windows = new List<int?>();
        while (plan.Next() is { } window)
        {
            windows.Add(window.Days);
        }

        Assert.Equal(lengths, string.Join(' ', windows));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_span_no_longer_than_a_window_is_not_cut(int days, bool isWhole)
    {
        var plan = new WindowPlanner(Day(3, 1), Day(3, days), s_today);

        Assert.Equal(isWhole, plan.IsWhole);
        Assert.Equal(isWhole, plan.Next()!.Value.IsLast);
    }

    [Fact]
    public void A_span_without_an_end_is_cut_until_today_and_the_rest_is_one_window()
    {
        var plan = new WindowPlanner(s_today.AddDays(-1), null, s_today);
        Assert.False(plan.IsWhole);

        DayWindow[] windows = [.. All(plan, _ => 100)];

        Assert.Equal(
            [
                new DayWindow(s_today.AddDays(-1), s_today.AddDays(-1), true, false),
                new DayWindow(s_today, s_today, false, false),
                new DayWindow(s_today.AddDays(1), null, false, true),
            ],
            windows);
    }

    [Fact]
    public void A_span_that_begins_in_the_future_and_has_no_end_is_one_window()
    {
        DateTime from = s_today.AddDays(40);

        Assert.Equal([new DayWindow(from, null, true, true)], All(new WindowPlanner(from, null, s_today), _ => 1));
    }

    [Fact]
    public void All_the_days_there_are_can_be_asked_for()
    {
        DayWindow[] windows = [.. All(new WindowPlanner(DateTime.MinValue, DateTime.MaxValue, s_today), _ => 0)];

        Assert.Equal(DateTime.MinValue, windows[0].First);
        Assert.Equal(DateTime.MaxValue.Date, windows[^1].Last);
        Assert.InRange(windows.Length, 2, 60);
    }

    [Fact]
    public void Whatever_is_learned_every_day_lies_in_one_window_and_every_row_belongs_to_one()
    {
        // CA5394: chance that can be repeated is the point.
#pragma warning disable CA5394
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            DateTime from = Day(1, 1).AddDays(random.Next(400));
            DateTime? to = random.Next(4) == 0 ? null : from.AddDays(random.Next(800));
            var plan = new WindowPlanner(
                from, to, s_today, random.Next(1, 30), random.Next(1, 50), random.Next(1, 5000));

            DayWindow[] windows = [.. All(plan, _ => random.Next(3) * random.Next(5000))];

            Assert.Equal(from, windows[0].First);
            Assert.Equal(to, windows[^1].Last);
            Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.Last!.Value.AddDays(1), pair.Second.First));
            Assert.Equal((windows[0], windows[^1]), (windows.Single(one => one.IsFirst), windows.Single(one => one.IsLast)));
            for (int day = -20; day < 900; day += 7)
            {
                Assert.Single(windows, window => window.Owns(from.AddDays(day).AddHours(23)));
            }
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void A_row_without_a_day_belongs_wherever_it_comes() =>
        Assert.True(new DayWindow(Day(3, 1), Day(3, 2), false, false).Owns(null));

    [Fact]
    public void The_share_that_is_done_goes_from_the_first_day_to_the_last()
    {
        var plan = new WindowPlanner(Day(3, 1), Day(3, 10), s_today);

        Assert.Equal(
            [0, 0.1, 0.5, 1, 1], new[] { Day(2, 1), Day(3, 1), Day(3, 5), Day(3, 10), Day(4, 1) }.Select(plan.ShareUntil));
    }

    [Fact]
    public void A_plan_that_has_given_its_only_window_or_a_part_has_no_window_of_the_whole_span()
    {
        var single = new WindowPlanner(Day(3, 1), Day(3, 1), s_today);
        var several = new WindowPlanner(Day(3, 1), Day(3, 10), s_today);
        bool before = single.IsWhole;
        single.Next();

        Assert.True(before);
        Assert.False(single.IsWhole);
        Assert.False(several.IsWhole);
        Assert.False(new WindowPlanner(s_today, null, s_today).IsWhole);
    }

    [Fact]
    public void The_days_after_today_begin_tomorrow()
    {
        var plan = new WindowPlanner(s_today, null, s_today);

        plan.Next();

        Assert.Equal(new DayWindow(s_today.AddDays(1), null, IsFirst: false, IsLast: true), plan.Next());
    }

    private static DateTime Day(int month, int day) => new(2026, month, day);

    private static IEnumerable<DayWindow> All(WindowPlanner plan, Func<DayWindow, int> rows)
    {
        while (plan.Next() is { } window)
        {
            yield return window;
            plan.Learn(window, rows(window));
        }
    }
}
