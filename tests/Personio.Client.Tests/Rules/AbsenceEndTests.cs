using System.Globalization;
using Personio.Models;

namespace Personio.Client.Tests.Rules;

public sealed class AbsenceEndTests
{
    [Theory]
    // Daily amounts from the first to the last one, against an absence from the 2nd that ends with the 6th.
    [InlineData("2026-03-02", "2026-03-06", AbsenceEndReading.Inclusive)]
    [InlineData("2026-03-02", "2026-03-05", AbsenceEndReading.Exclusive)]
    [InlineData("2026-03-02", "2026-03-04", AbsenceEndReading.Unproven)]
    [InlineData("2026-03-02", "2026-03-07", AbsenceEndReading.Unproven)]
    [InlineData("2026-03-03", "2026-03-06", AbsenceEndReading.Unproven)]
    [InlineData("2026-03-01", "2026-03-05", AbsenceEndReading.Unproven)]
    [InlineData(null, null, AbsenceEndReading.Unproven)]
    public void The_last_of_the_daily_amounts_shows_how_the_end_is_written(
        string? first, string? last, AbsenceEndReading reading)
    {
        AbsenceBreakdown[] amounts = first is null ? [] : [Amount(last!), Amount(first)];

        Assert.Equal(reading, AbsenceEnd.Judge(Day("2026-03-02"), Day("2026-03-06"), amounts));
    }

    [Theory]
    [InlineData("2026-03-02T00:00:00", "FIRST_HALF", "2026-03-02T00:00:00", "SECOND_HALF", true)]
    [InlineData("2026-03-02T00:00:00", "FIRST_HALF", "2026-03-02T00:00:00", "FIRST_HALF", false)]
    [InlineData("2026-03-02T00:00:00", "SECOND_HALF", "2026-03-02T00:00:00", "SECOND_HALF", false)]
    [InlineData("2026-03-02T00:00:00", "FIRST_HALF", "2026-03-03T00:00:00", "SECOND_HALF", false)]
    [InlineData("2026-03-02T00:00:00", null, "2026-03-02T00:00:00", null, false)]
    [InlineData("2026-03-02T09:00:00", null, "2026-03-02T09:00:00", null, false)]
    [InlineData("2026-03-02T00:00:00", "FIRST_HALF", "2026-03-01T00:00:00", "SECOND_HALF", false)]
    [InlineData("2026-03-02T00:00:00", "FIRST_HALF", null, null, false)]
    [InlineData(null, null, "2026-03-02T00:00:00", "SECOND_HALF", false)]
    public void A_whole_day_that_ends_with_the_midnight_it_begins_with_names_its_last_day(
        string? start, string? startHalf, string? end, string? endHalf, bool isInclusive)
    {
        Assert.Equal(isInclusive, AbsenceEnd.IsInclusive(Absence("a", start, startHalf, end, endHalf)));
    }

    [Fact]
    public void The_absence_that_proves_it_is_approved_ends_between_workdays_fits_a_page_and_ends_with_a_whole_day()
    {
        AbsencePeriod best = Absence("best", "2026-03-09T00:00:00", "FIRST_HALF", "2026-03-11T00:00:00", "SECOND_HALF");
        AbsencePeriod[] others =
        [
            Absence("pending", "2026-03-09T00:00:00", "FIRST_HALF", "2026-03-11T00:00:00", "SECOND_HALF", "PENDING"),
            Absence("weekend", "2026-03-02T00:00:00", "FIRST_HALF", "2026-03-07T00:00:00", "SECOND_HALF"),
            Absence("monday", "2026-03-02T00:00:00", "FIRST_HALF", "2026-03-09T00:00:00", "SECOND_HALF"),
            Absence("long", "2026-01-05T00:00:00", "FIRST_HALF", "2026-03-11T00:00:00", "SECOND_HALF"),
            Absence("half", "2026-03-09T00:00:00", "FIRST_HALF", "2026-03-11T00:00:00", "FIRST_HALF"),
            Absence("to come", "2026-06-02T00:00:00", "FIRST_HALF", "2026-06-04T00:00:00", "SECOND_HALF"),
        ];

        Assert.Equal("best", AbsenceEnd.FindWitness([.. others, best], Day("2026-05-01"))?.AbsencePeriodId);
        foreach (AbsencePeriod other in others)
        {
            Assert.Same(other, AbsenceEnd.FindWitness([other], Day("2026-05-01")));
        }
    }

    [Fact]
    public void Open_ends_hours_half_days_and_ends_without_a_half_are_no_witnesses()
    {
        AbsencePeriod[] all =
        [
            Absence("open", "2026-03-09T00:00:00", "FIRST_HALF", null, null),
            Absence("hours", "2026-03-09T09:00:00", null, "2026-03-09T10:00:00", null),
            Absence("untold", "2026-03-09T00:00:00", null, "2026-03-11T00:00:00", null),
            Absence("morning", "2026-03-09T00:00:00", "FIRST_HALF", "2026-03-09T00:00:00", "FIRST_HALF"),
            Absence(null, "2026-03-09T00:00:00", "FIRST_HALF", "2026-03-11T00:00:00", "SECOND_HALF"),
        ];

        Assert.Null(AbsenceEnd.FindWitness(all, Day("2026-05-01")));
    }

    [Theory]
    // Friday to Monday was requested.
    [InlineData("2026-03-06", "2026-03-09", true)]
    [InlineData("2026-03-07", "2026-03-09", false)]
    [InlineData("2026-03-06", "2026-03-08", false)]
    [InlineData("2026-03-05", "2026-03-09", false)]
    [InlineData("2026-03-06", "2026-03-10", false)]
    public void Booked_days_may_lack_weekends_but_nothing_else(string first, string last, bool isFine)
    {
        var asked = new AbsenceDays(Day("2026-03-06"), Day("2026-03-09"), Day("2026-03-10"));

        Assert.Equal(isFine, AbsenceEnd.LacksWeekends(asked with { First = Day(first), Last = Day(last) }, asked));
    }

    [Fact]
    public void An_absence_of_a_whole_week_may_be_booked_on_its_workdays()
    {
        var asked = new AbsenceDays(Day("2026-03-01"), Day("2026-03-08"), Day("2026-03-09"));

        Assert.True(AbsenceEnd.LacksWeekends(
            asked with { First = Day("2026-03-02"), Last = Day("2026-03-06") }, asked));
    }

    private static AbsencePeriod Absence(
        string? id, string? start, string? startHalf, string? end, string? endHalf, string status = "APPROVED") => new()
    {
        AbsencePeriodId = id,
        Starts = start is null ? null : new AbsenceBoundary { DateTime = Day(start), Type = startHalf },
        Ends = end is null ? null : new AbsenceBoundary { DateTime = Day(end), Type = endHalf },
        Approval = new Approval { Status = status },
    };

    private static AbsenceBreakdown Amount(string day) => new() { Date = Day(day) };

    private static DateTime Day(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
