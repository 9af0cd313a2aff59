using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Paging;

public sealed class ShortRowPlannerTests
{
    private static readonly DateTime s_today = new(2026, 6, 15);

    [Fact]
    public void Windows_start_with_a_day_and_grow_as_the_rows_permit()
    {
        var plan = new ShortRowPlanner(Day(3, 1), Day(3, 31), s_today, rows: 2000);

        DayWindow first = plan.Next()!.Value;
        plan.Learn(Windows.Ended(first, 1000));
        DayWindow second = plan.Next()!.Value;
        plan.Learn(Windows.Ended(second, 400));
        DayWindow third = plan.Next()!.Value;

        Assert.Equal(new DayWindow(Day(3, 1), Day(3, 1), IsFirst: true, IsLast: false), first);
        Assert.Equal(new DayWindow(Day(3, 2), Day(3, 3), IsFirst: false, IsLast: false), second);
        Assert.Equal(new DayWindow(Day(3, 4), Day(3, 7), IsFirst: false, IsLast: false), third);
    }

    [Fact]
    public void A_day_with_more_rows_than_fit_stays_a_day()
    {
        var plan = new ShortRowPlanner(Day(3, 1), Day(3, 31), s_today, rows: 2000);

        plan.Learn(Windows.Ended(plan.Next()!.Value, 9000));

        Assert.Equal(1, plan.Next()!.Value.Days);
    }

    [Fact]
    public void A_quiet_day_makes_the_next_window_at_most_four_times_as_long()
    {
        var plan = new ShortRowPlanner(Day(3, 1), Day(12, 31), s_today);

        plan.Learn(Windows.Ended(plan.Next()!.Value, 0));

        Assert.Equal(4, plan.Next()!.Value.Days);
    }

    [Fact]
    public void A_weekend_does_not_make_a_busy_company_quiet()
    {
        var plan = new ShortRowPlanner(Day(3, 2), Day(12, 31), s_today, rows: 2000);
        foreach (int rows in (int[])[1000, 1000, 1000, 1000, 1000, 0])
        {
            plan.Learn(Windows.Ended(new DayWindow(Day(3, 2), Day(3, 2)), rows));
        }

        Assert.Equal(2, plan.Next()!.Value.Days);
    }

    [Fact]
    public void Windows_get_shorter_toward_the_end()
    {
        var plan = new ShortRowPlanner(Day(1, 1), Day(4, 9), s_today);
        plan.Learn(Windows.Ended(new DayWindow(Day(1, 1), Day(2, 1)), 1920));

        Assert.Equal(
            [33, 22, 14, 10, 6, 14],
            Windows.All(plan, window => window.Days!.Value * 60).Select(window => window.Days!.Value));
    }

    [Fact]
    public void A_remainder_with_few_rows_is_one_window()
    {
        var plan = new ShortRowPlanner(Day(1, 1), Day(4, 9), s_today);
        plan.Learn(Windows.Ended(new DayWindow(Day(1, 1), Day(2, 1)), 1));

        Assert.Equal(99, plan.Next()!.Value.Days);
    }

    [Fact]
    public void A_window_that_turns_out_deep_shortens_the_next_ones_before_it_is_done()
    {
        var plan = new ShortRowPlanner(Day(1, 1), Day(12, 31), s_today);
        plan.Learn(Windows.Ended(new DayWindow(Day(1, 1), Day(1, 10)), 100));
        DayWindow deep = plan.Next()!.Value;

        plan.ShouldStartAnother([Windows.Begun(deep, 81)]);

        Assert.Equal(40, deep.Days);
        Assert.Equal(10, plan.Next()!.Value.Days);
    }

    [Fact]
    public void The_deeper_the_pages_the_more_windows_are_read_in_parallel()
    {
        var plan = new ShortRowPlanner(Day(1, 1), Day(12, 31), s_today);
        int[] depths = [0, 1, 4, 12, 24];

        int[] most = [.. depths.Select(pages => Enumerable.Range(0, 10).First(count =>
            !plan.ShouldStartAnother(
                [.. Enumerable.Repeat(Windows.Begun(new DayWindow(Day(1, 1), Day(12, 31)), pages), count)])))];

        Assert.Equal([2, 3, 4, 5, 6], most);
    }

    [Fact]
    public void Waiting_windows_are_not_counted_once_the_right_length_of_windows_is_known()
    {
        var plan = new ShortRowPlanner(Day(1, 1), Day(12, 31), s_today);

        bool before = plan.ShouldStartAnother(Reads(open: 0, ended: 4));
        plan.Learn(Windows.Ended(plan.Next()!.Value, 500));

        Assert.False(before);
        Assert.True(plan.ShouldStartAnother(Reads(open: 3, ended: 3)));
        Assert.False(plan.ShouldStartAnother(Reads(open: 0, ended: 7)));
        Assert.False(plan.ShouldStartAnother(Reads(open: 4, ended: 0)));
    }

    private static WindowProgress[] Reads(int open, int ended)
    {
        var window = new DayWindow(Day(1, 1), Day(12, 31));
        return
        [
            .. Enumerable.Repeat(Windows.Begun(window, 5), open),
            .. Enumerable.Repeat(Windows.Ended(window, 500), ended),
        ];
    }

    private static DateTime Day(int month, int day) => new(2026, month, day);
}
