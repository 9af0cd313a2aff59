using System.Globalization;
using Personio.Models;

namespace Personio.Client.Tests.Rules;

public sealed class WorkingTimeCheckTests
{
    /// <summary>
    /// Work of one person as day of May 2026, hours from and to (over 24 on the next day), and the issues with
    /// their actual values. 2026-05-03 is a Sunday.
    /// </summary>
    public static TheoryData<string, string, string> Days => new()
    {
        { "six hours without a break", "4 W 08:00-14:00", "" },
        { "a minute more than six hours without a break", "4 W 08:00-14:01", "4 BreakTooShort 0/30" },
        { "a gap that is a break", "4 W 08:00-12:00, 4 W 12:30-16:00", "" },
        { "a break of its own within work", "4 W 08:00-17:00, 4 B 12:00-12:30", "" },
        { "more than nine hours with half an hour", "4 W 08:00-12:00, 4 W 12:30-17:01", "" },
        { "more than nine hours with too little", "4 W 07:00-12:00, 4 W 12:30-16:31", "4 BreakTooShort 30/45" },
        { "more than nine hours with three quarters", "4 W 07:00-12:00, 4 W 12:45-16:46", "" },
        {
            "breaks below a quarter of an hour", "4 W 08:00-10:00, 4 W 10:14-12:00, 4 W 12:20-16:00",
            "4 BreakTooShort 20/30"
        },
        { "breaks of a quarter of an hour", "4 W 08:00-10:00, 4 W 10:15-12:00, 4 W 12:15-16:00", "" },
        { "ten hours", "4 W 07:00-12:00, 4 W 13:00-18:00", "" },
        { "more than ten hours", "4 W 07:00-12:00, 4 W 13:00-18:30", "4 TooManyHours 10.5/10" },
        { "the same work twice", "4 W 08:00-14:00, 4 W 08:00-14:00", "" },
        { "eleven hours of rest", "4 W 16:00-21:00, 5 W 08:00-13:00", "" },
        { "less than eleven hours of rest", "4 W 16:00-21:15, 5 W 08:00-13:00", "5 TooLittleRest 10.75/11" },
        {
            "the rest after the longest work, whatever comes last", "4 W 16:00-22:00, 4 W 16:00-17:00, 5 W 08:00-10:00",
            "5 TooLittleRest 10/11"
        },
        { "a gap within a day is no rest", "4 W 06:00-08:00, 4 W 16:00-18:00", "" },
        { "work that goes on past midnight on the next day", "4 W 20:00-24:00, 5 W 00:00-02:00", "" },
        { "rows in any order", "5 W 08:00-13:00, 4 W 16:00-21:15", "5 TooLittleRest 10.75/11" },
        { "work on a Sunday", "3 W 10:00-12:00", "3 SundayWork 2/0" },
        { "a night that ends on a Sunday", "2 W 22:00-26:00", "3 SundayWork 2/0" },
        { "a break on a Sunday", "2 W 20:00-25:00, 2 B 24:00-25:00", "" },
        { "work on a holiday", "1 W 08:00-12:00", "1 HolidayWork 4/0" },
        { "work on a day that is marked as a holiday", "14 H 08:00-12:00", "14 HolidayWork 4/0" },
        { "work that runs", "4 W 08:00-14:30, 4 W 15:00-", "" },
        { "work that runs on another day", "4 W 08:00-14:30, 5 W 10:00-", "4 BreakTooShort 0/30" },
        { "breaks alone", "4 B 12:00-12:30", "" },
        {
            "several issues of a day", "3 W 06:00-17:00",
            "3 TooManyHours 11/10; 3 BreakTooShort 0/45; 3 SundayWork 11/0"
        },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_checked_against_the_limits(string kind, string rows, string issues)
    {
        WorkingTimeCheck check = Check(
            new WorkingTimeLimits { Holidays = new HashSet<DateTime> { new(2026, 5, 1) } }, rows);

        Assert.True(issues == InWords(check.FindIssues()), $"{kind}: {InWords(check.FindIssues())}");
    }

    [Theory]
    [InlineData("4 W 08:00-17:30", 9.5, 8, "4 TooManyHours 9.5/9; 4 BreakTooShort 0/20")]
    [InlineData("4 W 08:00-12:00, 5 W 08:00-12:00", 9, 21, "5 TooLittleRest 20/21")]
    public void The_given_limits_apply(string rows, double hours, int rest, string issues)
    {
        WorkingTimeCheck check = Check(
            new WorkingTimeLimits
            {
                MaximumHours = Math.Floor((decimal)hours), MinimumRestHours = rest, RequiredBreaks = [new(5, 20)],
            },
            rows);

        Assert.Equal(issues, InWords(check.FindIssues()));
    }

    [Fact]
    public void Only_requested_days_are_reported_but_the_day_before_counts_for_the_rest_period()
    {
        WorkingTimeCheck check = Check(new WorkingTimeLimits(), "4 W 12:00-23:00, 5 W 06:00-17:00, 6 W 08:00-19:00");

        Assert.Equal(
            "5 TooManyHours 11/10; 5 BreakTooShort 0/45; 5 TooLittleRest 7/11",
            InWords(check.FindIssues(new(2026, 5, 5), new(2026, 5, 5))));
    }

    [Fact]
    public void Each_issue_is_one_plain_sentence()
    {
        WorkingTimeCheck check = Check(
            new WorkingTimeLimits { Holidays = new HashSet<DateTime> { new(2026, 5, 1) } },
            "1 W 12:00-23:00, 2 W 06:00-07:00, 3 W 10:00-12:30");

        Assert.Equal(
            [
                "Worked 11 hours on 2026-05-01; 10 are allowed.",
                "Took 0 minutes of break in 11 hours of work on 2026-05-01; 45 are required.",
                "Worked 11 hours on the public holiday 2026-05-01.",
                "Rested 7 hours from 2026-05-01 23:00 to 2026-05-02 06:00; 11 are required.",
                "Worked 2.5 hours on Sunday 2026-05-03.",
            ],
            check.FindIssues().Select(issue => issue.ToString()));
        Assert.All(check.FindIssues(), issue => Assert.Equal("1", issue.PersonId));
    }

    [Fact]
    public void Persons_do_not_share_breaks_or_rest()
    {
        WorkingTimeCheck check = Check(new WorkingTimeLimits(), "4 W 08:00-15:00");
        foreach (TimeEntry period in Periods("4 B 12:00-12:30, 5 W 02:00-03:00"))
        {
            check.Add(period with { PersonId = "2" });
        }

        Assert.Equal("4 BreakTooShort 0/30", InWords(check.FindIssues()));
    }

    private static WorkingTimeCheck Check(WorkingTimeLimits limits, string rows)
    {
        var check = new WorkingTimeCheck(limits);
        foreach (TimeEntry period in Periods(rows))
        {
            check.Add(period);
        }

        return check;
    }

    private static string InWords(IEnumerable<WorkingTimeIssue> issues) => string.Join("; ", issues.Select(issue =>
        string.Create(
            CultureInfo.InvariantCulture, $"{issue.Date!.Value.Day} {issue.Issue} {issue.Actual:0.##}/{issue.Limit}")));

    private static IEnumerable<TimeEntry> Periods(string rows) => rows.Split(", ").Select(row =>
    {
        string[] parts = row.Split(' ', '-');
        var day = new DateTime(2026, 5, int.Parse(parts[0], CultureInfo.InvariantCulture));
        return new TimeEntry
        {
            PersonId = "1",
            IsBreak = parts[1] == "B",
            IsHoliday = parts[1] == "H",
            AttributionDate = day,
            Start = At(day, parts[2])!.Value,
            End = At(day, parts[3]),
        };
    });

    private static DateTime? At(DateTime day, string time) => time.Length == 0
        ? null
        : day.AddHours(int.Parse(time[..2], CultureInfo.InvariantCulture))
            .AddMinutes(int.Parse(time[3..], CultureInfo.InvariantCulture));
}
