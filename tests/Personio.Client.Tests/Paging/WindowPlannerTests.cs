using Personio.Client.Tests.Support;

namespace Personio.Client.Tests.Paging;

public sealed class WindowPlannerTests
{
    private static readonly DateTime s_today = new(2026, 6, 15);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_span_no_longer_than_a_window_is_not_divided(int days, bool isWhole)
    {
        var plan = new ShortRowPlanner(Day(3, 1), Day(3, days), s_today);

        Assert.Equal(isWhole, plan.IsWhole);
        Assert.Equal(isWhole, plan.Next()!.Value.IsLast);
    }

    [Fact]
    public void A_span_without_an_end_is_divided_until_today_and_the_rest_is_one_window()
    {
        var plan = new ShortRowPlanner(s_today.AddDays(-1), null, s_today);
        Assert.False(plan.IsWhole);

        DayWindow[] windows = [.. Windows.All(plan, _ => 100)];

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

        Assert.Equal(
            [new DayWindow(from, null, true, true)], Windows.All(new ShortRowPlanner(from, null, s_today), _ => 1));
    }

    [Fact]
    public void All_possible_days_can_be_requested()
    {
        DayWindow[] windows =
        [
            .. Windows.All(new ShortRowPlanner(DateTime.MinValue, DateTime.MaxValue, s_today), _ => 0),
        ];

        Assert.Equal(DateTime.MinValue, windows[0].First);
        Assert.Equal(DateTime.MaxValue.Date, windows[^1].Last);
        Assert.InRange(windows.Length, 2, 60);
    }

    [Fact]
    public void Every_day_is_in_one_window_and_every_row_belongs_to_one_whatever_is_learned()
    {
        // CA5394: repeatable randomness is intended.
#pragma warning disable CA5394
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            DateTime from = Day(1, 1).AddDays(random.Next(400));
            DateTime? to = random.Next(4) == 0 ? null : from.AddDays(random.Next(800));
            int least = random.Next(1, 30);
            WindowPlanner plan = least == 1
                ? new ShortRowPlanner(from, to, s_today, random.Next(1, 5000))
                : new LongRowPlanner(from, to, s_today, least);

            DayWindow[] windows = [.. Windows.All(plan, _ => random.Next(3) * random.Next(5000))];

            Assert.Equal(from, windows[0].First);
            Assert.Equal(to, windows[^1].Last);
            Assert.All(
                windows.Zip(windows.Skip(1)),
                pair => Assert.Equal(pair.First.Last!.Value.AddDays(1), pair.Second.First));
            Assert.Equal(
                (windows[0], windows[^1]), (windows.Single(one => one.IsFirst), windows.Single(one => one.IsLast)));
            for (int day = -20; day < 900; day += 7)
            {
                Assert.Single(windows, window => window.Owns(from.AddDays(day).AddHours(23)));
            }
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void A_row_without_a_day_belongs_to_the_window_that_returns_it() =>
        Assert.True(new DayWindow(Day(3, 1), Day(3, 2), false, false).Owns(null));

    [Fact]
    public void The_completed_share_grows_from_the_first_day_to_the_last()
    {
        var plan = new ShortRowPlanner(Day(3, 1), Day(3, 10), s_today);

        Assert.Equal(
            [0, 0.1, 0.5, 1, 1],
            new[] { Day(2, 1), Day(3, 1), Day(3, 5), Day(3, 10), Day(4, 1) }.Select(plan.ShareUntil));
    }

    [Fact]
    public void A_plan_that_has_started_has_no_window_for_the_whole_span()
    {
        var single = new ShortRowPlanner(Day(3, 1), Day(3, 1), s_today);
        var several = new ShortRowPlanner(Day(3, 1), Day(3, 10), s_today);
        bool before = single.IsWhole;
        single.Next();

        Assert.True(before);
        Assert.False(single.IsWhole);
        Assert.False(several.IsWhole);
        Assert.False(new ShortRowPlanner(s_today, null, s_today).IsWhole);
    }

    [Fact]
    public void The_days_after_today_begin_tomorrow()
    {
        var plan = new ShortRowPlanner(s_today, null, s_today);

        plan.Next();

        Assert.Equal(new DayWindow(s_today.AddDays(1), null, IsFirst: false, IsLast: true), plan.Next());
    }

    private static DateTime Day(int month, int day) => new(2026, month, day);
}
