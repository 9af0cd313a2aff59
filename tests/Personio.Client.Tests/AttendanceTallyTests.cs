using System.Globalization;
using Personio.Models;

namespace Personio.Client.Tests;

public sealed class AttendanceTallyTests
{
    /// <summary>
    /// Work and breaks of one person on one day, and the hours of work, breaks within it, and the rest.
    /// </summary>
    public static TheoryData<string, string, string> Days => new()
    {
        { "no break", "W 08:00-12:15", "4.25 0 4.25" },
        { "a break within the work", "W 08:00-17:00, B 12:00-12:30", "9 0.5 8.5" },
        { "a break before its work comes", "B 12:00-12:30, W 08:00-17:00", "9 0.5 8.5" },
        { "work that is cut by its break", "W 08:00-12:00, B 12:00-13:00, W 13:00-17:00", "8 1 8" },
        { "a break that reaches into the work", "W 08:00-12:00, B 11:45-13:00, W 13:00-17:00", "8 1.25 7.75" },
        { "a break that reaches into the work from before", "W 08:00-12:00, B 07:00-08:15", "4 0.25 3.75" },
        { "a break over the end and the next start", "W 08:00-12:00, B 11:30-13:30, W 13:00-17:00", "8 2 7" },
        { "a break outside of work", "W 08:00-12:00, B 14:00-15:00", "4 0 4" },
        { "a break and no work", "B 12:00-13:00", "0 0 0" },
        { "breaks that overlap each other", "W 08:00-17:00, B 12:00-13:00, B 12:30-13:30", "9 1.5 7.5" },
        { "the same break twice", "W 08:00-17:00, B 12:00-13:00, B 12:00-13:00", "9 1 8" },
        { "a break within a break", "W 08:00-17:00, B 12:00-14:00, B 12:30-13:00", "9 2 7" },
        { "a break as long as the work", "W 08:00-09:00, B 08:00-09:00", "1 1 0" },
        { "a break longer than the work", "W 08:00-09:00, B 07:00-10:00", "1 1 0" },
        { "several breaks in any order", "B 15:00-15:15, W 08:00-17:00, B 09:00-09:15, B 12:00-12:30", "9 1 8" },
        { "work that overlaps work", "W 08:00-12:00, W 11:00-13:00, B 11:30-12:00", "5 0.5 4.5" },
        { "a break in a longer gap", "W 08:00-12:00, B 12:15-12:45, W 14:00-17:00", "7 0.5 7" },
        { "a break after the last work of the day", "W 08:00-12:00, W 13:00-17:00, B 17:00-18:00", "8 0 8" },
        { "a break between two days", "W 08:00-17:00, B 20:00-21:00, W 32:00-36:00", "13 0 13" },
        { "the same work twice", "W 08:00-12:00, W 08:00-12:00", "4 0 4" },
        { "work within work", "W 08:00-17:00, W 10:00-11:00, B 12:00-12:30", "9 0.5 8.5" },
        { "a night", "W 22:00-30:30, B 25:00-25:45", "8.5 0.75 7.75" },
        { "no time at all", "W 08:00-08:00", "0 0 0" },
        { "a break of no time", "W 08:00-09:00, B 08:30-08:30", "1 0 1" },
        { "work that runs", "W 08:00-12:00, W 13:00-", "4 0 4" },
        { "a break that runs", "W 08:00-17:00, B 12:00-", "9 0 9" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void Hours_are_work_minus_the_breaks_within_it(string kind, string day, string hours)
    {
        var tally = new AttendanceTally();

        foreach (TimeEntry period in Day("1", day))
        {
            tally.Add(period);
        }

        AttendanceSummary sum = Assert.Single(tally.CreateSummaries());
        Assert.True(
            hours == string.Create(
                CultureInfo.InvariantCulture, $"{sum.WorkHours:0.##} {sum.BreakHours:0.##} {sum.Hours:0.##}"),
            $"{kind}: {sum}");
        Assert.Equal(day.Split(", ").Count(period => period[0] == 'W' && period[^1] != '-'), sum.Periods);
        Assert.Equal(day.Split(", ").Count(period => period[^1] == '-'), sum.OpenPeriods);
    }

    [Fact]
    public void A_break_does_not_reduce_the_work_of_another_person()
    {
        var tally = new AttendanceTally(AttendanceGrouping.Person);

        AddAll(tally, [.. Day("1", "W 08:00-12:00"), .. Day("2", "B 09:00-10:00, W 08:00-12:00")]);

        Assert.Equal([("1", 4m), ("2", 3m)], tally.CreateSummaries().Select(sum => (sum.PersonId!, sum.Hours)));
    }

    [Fact]
    public void Overlapping_work_is_reported_by_person()
    {
        var tally = new AttendanceTally();

        AddAll(tally,
        [
            .. Day("1", "W 11:00-13:00, W 08:00-12:00, W 08:30-09:00, W 13:00-14:00"), .. Day("2", "W 08:00-12:00"),
        ]);

        Assert.Equal(
            [new("1", At("08:30"), At("09:00")), new SharedWork("1", At("11:00"), At("12:00"))], tally.FindShared());
        Assert.Equal(10m, tally.CreateSummaries().Single().Hours);
    }

    [Fact]
    public void A_break_between_two_periods_of_work_counts_for_the_project_of_the_first()
    {
        var tally = new AttendanceTally(AttendanceGrouping.Project);

        AddAll(tally,
        [
            .. Day("1", "W 13:00-17:00").Select(period => period with { ProjectId = "b" }),
            .. Day("1", "W 08:00-12:00").Select(period => period with { ProjectId = "a" }),
            .. Day("1", "B 12:00-13:00"),
        ]);

        Assert.Equal(
            [("b", 4m, 0m), ("a", 4m, 1m)],
            tally.CreateSummaries().Select(sum => (sum.ProjectId!, sum.Hours, sum.BreakHours)));
    }

    [Fact]
    public void A_break_counts_for_the_project_of_the_work_that_contains_it()
    {
        var tally = new AttendanceTally(AttendanceGrouping.Project);

        AddAll(tally,
        [
            .. Day("1", "W 08:00-12:00").Select(period => period with { ProjectId = "a" }),
            .. Day("1", "W 12:00-16:00").Select(period => period with { ProjectId = "b" }),
            .. Day("1", "W 16:00-17:00, B 11:30-12:30"),
        ]);

        Assert.Equal(
            [("a", 3.5m, 0.5m), ("b", 3.5m, 0.5m), (null, 1m, 0m)],
            tally.CreateSummaries().Select(sum => (sum.ProjectId, sum.Hours, sum.BreakHours)));
    }

    [Fact]
    public void Hours_count_for_the_attribution_date_and_a_break_for_that_of_its_work()
    {
        var tally = new AttendanceTally(AttendanceGrouping.Date);
        TimeEntry[] night = [.. Day("1", "W 22:00-30:00, B 25:00-26:00")];

        AddAll(tally,
        [
            night[0] with { AttributionDate = new(2026, 3, 2) }, night[1] with { AttributionDate = new(2026, 3, 3) },
        ]);

        AttendanceSummary sum = Assert.Single(tally.CreateSummaries());
        Assert.Equal((new DateTime(2026, 3, 2), 7m, 1), (sum.Date!.Value, sum.Hours, sum.Periods));
    }

    [Fact]
    public void Groups_of_several_kinds_are_distinguished_and_listed_in_order_of_appearance()
    {
        var tally = new AttendanceTally(AttendanceGrouping.Month, AttendanceGrouping.Person);
        TimeEntry work = Day("2", "W 08:00-10:00").Single();

        AddAll(tally,
        [
            work, work with { PersonId = "1", PersonName = "One" },
            Day("2", "W 12:00-13:00").Single() with { AttributionDate = new(2026, 4, 1) },
            Day("2", "W 10:00-11:00").Single(),
        ]);

        Assert.Equal(
            [("2", "2026-03", 3m), ("1", "2026-03", 2m), ("2", "2026-04", 1m)],
            tally.CreateSummaries().Select(sum => (sum.PersonId!, sum.Month!, sum.Hours)));
        Assert.Equal([null, "One", null], tally.CreateSummaries().Select(sum => sum.PersonName));
        Assert.All(tally.CreateSummaries(), sum => Assert.Null(sum.Date));
    }

    [Fact]
    public void Without_groups_there_is_one_sum_even_without_periods()
    {
        Assert.Equal(0m, Assert.Single(new AttendanceTally().CreateSummaries()).Hours);
        Assert.Empty(new AttendanceTally(AttendanceGrouping.Person).CreateSummaries());
    }

    [Fact]
    public void Sums_can_be_read_again_after_more_periods_were_added()
    {
        var tally = new AttendanceTally();

        AddAll(tally, Day("1", "W 08:00-12:00, B 09:00-10:00"));
        Assert.Equal(3m, tally.CreateSummaries().Single().Hours);
        AddAll(tally, Day("1", "B 11:00-11:30"));

        Assert.Equal(2.5m, tally.CreateSummaries().Single().Hours);
    }

    [Fact]
    public void Sums_of_thousands_of_periods_in_any_order_match_a_slow_and_simple_count()
    {
        var dice = new Random(7);
        TimeEntry[] periods =
        [
            .. Enumerable.Range(0, 3000).Select(_ => Period(
                dice.Next(4).ToString(CultureInfo.InvariantCulture), dice.Next(2) == 0, dice.Next(40_000),
                dice.Next(600))),
        ];
        var tally = new AttendanceTally(AttendanceGrouping.Person);

        AddAll(tally, periods);

        foreach (AttendanceSummary sum in tally.CreateSummaries())
        {
            Assert.Equal(SlowMinutes([.. periods.Where(period => period.PersonId == sum.PersonId)]), sum.Hours * 60, 6);
        }
    }

    private static decimal SlowMinutes(TimeEntry[] periods)
    {
        HashSet<DateTime> pauses = [.. periods.Where(period => period.IsBreak).SelectMany(Minutes)];
        return periods.Where(period => !period.IsBreak)
            .SelectMany(Minutes)
            .Distinct()
            .Count(minute => !pauses.Contains(minute));
    }

    private static IEnumerable<DateTime> Minutes(TimeEntry period) => Enumerable
        .Range(0, (int)(period.End!.Value - period.Start).TotalMinutes)
        .Select(minute => period.Start.AddMinutes(minute));

    private static TimeEntry Period(string person, bool isBreak, int start, int length) => new()
    {
        PersonId = person,
        IsBreak = isBreak,
        Start = new DateTime(2026, 1, 1).AddMinutes(start),
        End = new DateTime(2026, 1, 1).AddMinutes(start + length),
    };

    private static void AddAll(AttendanceTally tally, IEnumerable<TimeEntry> periods)
    {
        foreach (TimeEntry period in periods)
        {
            tally.Add(period);
        }
    }

    // "W 08:00-12:00, B 25:00-26:00"; hours from 24 on are on the next day.
    private static IEnumerable<TimeEntry> Day(string person, string text) => text.Split(", ").Select(period =>
    {
        string[] times = period[2..].Split('-');
        return new TimeEntry
        {
            PersonId = person,
            IsBreak = period[0] == 'B',
            Start = At(times[0]),
            End = times[1].Length == 0 ? null : At(times[1]),
        };
    });

    private static DateTime At(string time) => new DateTime(2026, 3, 2)
        .AddHours(int.Parse(time[..2], CultureInfo.InvariantCulture))
        .AddMinutes(int.Parse(time[3..], CultureInfo.InvariantCulture));
}
