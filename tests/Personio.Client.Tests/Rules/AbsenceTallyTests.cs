using System.Globalization;
using Personio.Models;

namespace Personio.Client.Tests.Rules;

public sealed class AbsenceTallyTests
{
    private static readonly HashSet<DateTime> s_holidays = [new(2026, 6, 4)];

    /// <summary>
    /// An absence, and its days and hours from June 2 to 14, 2026. The 6th, 7th, 13th and 14th are weekend days; the
    /// 4th is a holiday.
    /// </summary>
    public static TheoryData<string, string, string?, string> Absences => new()
    {
        { "a day", "2026-06-09", "2026-06-09", "1 0" },
        { "a week with a weekend and a holiday", "2026-06-03", "2026-06-09", "4 0" },
        { "over the first day of the window", "2026-05-20", "2026-06-02", "1 0" },
        { "over the last day of the window", "2026-06-12", "2026-06-30", "1 0" },
        { "over all of the window", "2026-05-01", "2026-07-01", "8 0" },
        { "an open end", "2026-06-10", null, "3 0" },
        { "an open end that begins at midday", "2026-06-10 Second", null, "2.5 0" },
        { "a weekend", "2026-06-06", "2026-06-07", "0 0" },
        { "before the window", "2026-05-01", "2026-06-01", "0 0" },
        { "after the window", "2026-06-15", "2026-06-16", "0 0" },
        { "a morning", "2026-06-09 First", "2026-06-09 First", "0.5 0" },
        { "an afternoon", "2026-06-09 Second", "2026-06-09 Second", "0.5 0" },
        { "from midday to midday", "2026-06-08 Second", "2026-06-10 First", "2 0" },
        { "a half outside of the window", "2026-06-01 Second", "2026-06-02 Second", "1 0" },
        { "a half on a holiday", "2026-06-04 First", "2026-06-04 First", "0 0" },
        { "hours", "2026-06-09T13:00", "2026-06-09T15:30", "0 2.5" },
        { "hours on a Saturday", "2026-06-06T09:00", "2026-06-06T12:00", "0 3" },
        { "hours until midnight", "2026-06-09T22:00", "2026-06-10T00:00", "0 2" },
        { "hours over two days", "2026-06-09T13:00", "2026-06-10T12:00", "2 0" },
    };

    [Theory]
    [MemberData(nameof(Absences))]
    public void Working_days_within_the_window_count_and_hourly_absences_count_in_hours(
        string kind, string start, string? end, string amounts)
    {
        var tally = new AbsenceTally();

        tally.Add(Absence(start, end), null, Amounts(Absence(start, end)));

        AbsenceSummary sum = Assert.Single(tally.CreateSummaries(new Dictionary<string, PersonUnits>()));
        Assert.True(
            amounts == string.Create(CultureInfo.InvariantCulture, $"{sum.Days:0.##} {sum.Hours:0.##}"),
            $"{kind}: {sum}");
        Assert.Equal(amounts == "0 0" ? 0 : 1, sum.Absences);
    }

    [Fact]
    public void Groups_are_distinguished_by_everything_requested()
    {
        var tally = new AbsenceTally(AbsenceGrouping.Person, AbsenceGrouping.Type, AbsenceGrouping.Month);
        AbsencePeriod absence = Absence("2026-06-30", "2026-07-02");

        tally.Add(absence, "PAID_VACATION", Amounts(absence, new(2026, 7, 31)));
        tally.Add(absence with { PersonId = "2" }, "PAID_VACATION", Amounts(absence, new(2026, 6, 30)));
        tally.Add(absence with { AbsenceType = "Sick day" }, "SICK_LEAVE", Amounts(absence, new(2026, 6, 30)));

        Assert.Equal(
            ["1 Vacation 2026-06 1", "1 Vacation 2026-07 2", "2 Vacation 2026-06 1", "1 Sick day 2026-06 1"],
            tally.CreateSummaries(new Dictionary<string, PersonUnits>()).Select(sum => string.Create(
                CultureInfo.InvariantCulture, $"{sum.PersonId} {sum.AbsenceType} {sum.Month} {sum.Days:0.##}")));
        Assert.All(tally.CreateSummaries(new Dictionary<string, PersonUnits>()), sum => Assert.Null(sum.Category));
    }

    [Fact]
    public void A_department_has_the_sums_of_its_persons_and_persons_without_one_are_a_group()
    {
        var tally = new AbsenceTally(AbsenceGrouping.Department, AbsenceGrouping.Category);
        AbsencePeriod absence = Absence("2026-06-09", "2026-06-10");
        foreach (string person in new[] { "1", "2", "3", "4" })
        {
            tally.Add(absence with { PersonId = person }, person == "4" ? null : "SICK_LEAVE", Amounts(absence));
        }

        AbsenceSummary[] sums =
        [
            .. tally.CreateSummaries(new Dictionary<string, PersonUnits>
            {
                ["1"] = new("10", "Finance", null, null),
                ["2"] = new("10", "Finance", null, null),
                ["3"] = new("11", "Finance", null, null),
            }),
        ];

        Assert.Equal(["1", "2", "3", "4"], tally.Persons);
        Assert.Equal(
            ["10 Finance SICK_LEAVE 4 2", "11 Finance SICK_LEAVE 2 1", "   2 1"],
            sums.Select(sum => string.Create(
                CultureInfo.InvariantCulture,
                $"{sum.DepartmentId} {sum.Department} {sum.Category} {sum.Days:0.##} {sum.Absences}")));
        Assert.All(sums, sum => Assert.Null(sum.PersonId));
    }

    [Fact]
    public void Attendance_of_a_department_is_that_of_its_persons()
    {
        var tally = new AttendanceTally(AttendanceGrouping.Department, AttendanceGrouping.Project);
        foreach (string person in new[] { "1", "2", "3" })
        {
            tally.Add(new TimeEntry
            {
                PersonId = person, PersonName = "Given", Start = new(2026, 6, 1, 8, 0, 0),
                End = new(2026, 6, 1, 12, 0, 0),
                ProjectId = "a", ProjectName = "Alpha",
            });
            tally.Add(new TimeEntry { PersonId = person, Start = new(2026, 6, 1, 12, 0, 0) });
        }

        AttendanceSummary[] sums =
        [
            .. tally.CreateSummaries(new Dictionary<string, PersonUnits>
            {
                ["1"] = new("10", "Finance", null, null),
                ["3"] = new("10", "Finance", null, null),
            }),
        ];

        Assert.Equal(
            ["Finance Alpha 8 2 0", "Finance  0 0 2", " Alpha 4 1 0", "  0 0 1"],
            sums.Select(sum => string.Create(
                CultureInfo.InvariantCulture,
                $"{sum.Department} {sum.ProjectName} {sum.Hours:0.##} {sum.Periods} {sum.OpenPeriods}")));
        Assert.All(sums, sum => Assert.Null(sum.PersonId ?? sum.PersonName));
    }

    private static IEnumerable<AbsenceAmount> Amounts(AbsencePeriod absence, DateTime? to = null) =>
        AbsenceWorkdays.Count(absence, new(2026, 6, 2), to ?? new(2026, 6, 14), s_holidays);

    // "Second" after a day is a half, and an end with a half is the last day.
    private static AbsencePeriod Absence(string start, string? end) => new()
    {
        PersonId = "1",
        AbsenceType = "Vacation",
        Starts = Boundary(start, 0),
        Ends = end is null
            ? null
            : Boundary(
                end,
                end.Contains('T', StringComparison.Ordinal) || end.Contains(' ', StringComparison.Ordinal) ? 0 : 1),
        EndsInclusively = true,
    };

    private static AbsenceBoundary Boundary(string text, int days)
    {
        string[] parts = text.Split(' ');
        return new AbsenceBoundary
        {
            DateTime = DateTime.Parse(parts[0], CultureInfo.InvariantCulture).AddDays(days),
            Type = parts.Length > 1 ? $"{parts[1].ToUpperInvariant()}_HALF" : null,
        };
    }
}
