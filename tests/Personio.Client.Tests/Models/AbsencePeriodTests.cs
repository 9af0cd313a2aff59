using System.Globalization;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class AbsencePeriodTests
{
    // Start, its half, end, its half; then StartDate, EndDate, StartHalf, EndHalf.
    public static TheoryData<string?, string?, string?, string?, string?, string?, string?, string?> Boundaries => new()
    {
        // With a half named, the date is the last day itself.
        { "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-03T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-03", "First", "Second" },
        { "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-01T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-01", "First", "Second" },
        { "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-01", "2026-06-01", "First", "First" },
        { "2026-06-01T12:00:00", "SECOND_HALF", "2026-06-03T12:00:00", "FIRST_HALF", "2026-06-01", "2026-06-03", "Second", "First" },
        { "2026-06-01T00:00:00", "first_half", "2026-06-03T00:00:00", "second_half", "2026-06-01", "2026-06-03", "First", "Second" },
        // Without one, a midnight is the end of the day before.
        { "2026-06-01T00:00:00", null, "2026-06-04T00:00:00", null, "2026-06-01", "2026-06-03", null, null },
        { "2026-06-01T00:00:00", null, "2026-06-02T00:00:00", null, "2026-06-01", "2026-06-01", null, null },
        { "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-04T00:00:00", null, "2026-06-01", "2026-06-03", "First", null },
        { "2026-06-01T00:00:00Z", null, "2026-06-04T00:00:00Z", null, "2026-06-01", "2026-06-03", null, null },
        { "2026-02-28T00:00:00", null, "2026-03-01T00:00:00", null, "2026-02-28", "2026-02-28", null, null },
        // An unknown half says nothing about the date.
        { "2026-06-01T00:00:00", "WHOLE", "2026-06-04T00:00:00", "WHOLE", "2026-06-01", "2026-06-03", "WHOLE", "WHOLE" },
        { "2026-06-01T00:00:00", "", "2026-06-04T00:00:00", "", "2026-06-01", "2026-06-03", null, null },
        // Counted in hours.
        { "2026-06-01T09:00:00", null, "2026-06-01T11:30:00", null, "2026-06-01T09:00:00", "2026-06-01T11:30:00", null, null },
        { "2026-06-01T00:00:00", null, "2026-06-01T11:30:00", null, "2026-06-01", "2026-06-01T11:30:00", null, null },
        // An open end, and nothing at all.
        { "2026-06-01T00:00:00", "FIRST_HALF", null, null, "2026-06-01", null, "First", null },
        { "2026-06-01T00:00:00", null, null, null, "2026-06-01", null, null, null },
        { null, null, null, null, null, null, null, null },
        { null, null, "2026-06-03T00:00:00", "SECOND_HALF", null, "2026-06-03", null, "Second" },
        // Of no length.
        { "2026-06-01T00:00:00", null, "2026-06-01T00:00:00", null, "2026-06-01", "2026-06-01", null, null },
        { "2026-06-01T09:00:00", null, "2026-06-01T09:00:00", null, "2026-06-01T09:00:00", "2026-06-01T09:00:00", null, null },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Start_and_end_are_inclusive_days_whatever_way_they_are_sent(
        string? from, string? fromHalf, string? to, string? toHalf,
        string? start, string? end, string? startHalf, string? endHalf)
    {
        AbsencePeriod absence = Absence(from, fromHalf, to, toHalf);

        Assert.Equal(Date(start), absence.StartDate);
        Assert.Equal(Date(end), absence.EndDate);
        Assert.Equal(startHalf, absence.StartHalf);
        Assert.Equal(endHalf, absence.EndHalf);
    }

    [Fact]
    public void The_moments_stay_as_Personio_has_them()
    {
        AbsencePeriod absence = Absence("2026-06-01T12:00:00", "SECOND_HALF", "2026-06-04T00:00:00", null);

        Assert.Equal(new DateTime(2026, 6, 1, 12, 0, 0), absence.StartsFrom);
        Assert.Equal(new DateTime(2026, 6, 4), absence.EndsAt);
    }

    [Theory]
    // From the 10th to the 12th in halves, against days.
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-12", "2026-06-12", true)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-13", "2026-06-13", false)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-10", true)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-09", false)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-11", "2026-06-11", true)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-30", true)]
    [InlineData("2026-06-10T12:00:00", "SECOND_HALF", "2026-06-12T12:00:00", "FIRST_HALF", "2026-06-12", null, true)]
    [InlineData("2026-06-10T12:00:00", "SECOND_HALF", "2026-06-12T12:00:00", "FIRST_HALF", null, "2026-06-10", true)]
    // The same with an exclusive midnight.
    [InlineData("2026-06-10T00:00:00", null, "2026-06-13T00:00:00", null, "2026-06-12", "2026-06-12", true)]
    [InlineData("2026-06-10T00:00:00", null, "2026-06-13T00:00:00", null, "2026-06-13", "2026-06-13", false)]
    // Hours, an open end, nothing known.
    [InlineData("2026-06-10T09:00:00", null, "2026-06-10T11:00:00", null, "2026-06-10", "2026-06-10", true)]
    [InlineData("2026-06-10T09:00:00", null, "2026-06-10T11:00:00", null, "2026-06-11", "2026-06-11", false)]
    [InlineData("2026-06-10T22:00:00", null, "2026-06-11T00:00:00", null, "2026-06-10", "2026-06-10", true)]
    [InlineData("2026-06-10T22:00:00", null, "2026-06-11T00:00:00", null, "2026-06-11", "2026-06-11", false)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", null, null, "2030-01-01", "2030-01-01", true)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", null, null, "2026-06-09", "2026-06-09", false)]
    [InlineData("2026-06-10T00:00:00", "FIRST_HALF", null, null, null, null, true)]
    [InlineData(null, null, null, null, "2026-06-10", "2026-06-10", true)]
    // Bounds with a time of day mean their day.
    [InlineData("2026-06-10T15:00:00", null, "2026-06-10T16:00:00", null, "2026-06-10T18:00:00", "2026-06-10T18:00:00", true)]
    [InlineData("2026-06-10T15:00:00", null, "2026-06-10T16:00:00", null, "2026-06-01", "2026-06-10T08:00:00", true)]
    public void An_absence_overlaps_days_of_which_it_takes_any_part(
        string? from, string? fromHalf, string? to, string? toHalf, string? first, string? last, bool overlaps)
    {
        AbsencePeriod absence = Absence(from, fromHalf, to, toHalf);

        Assert.Equal(overlaps, absence.Overlaps(Date(first), Date(last)));
    }

    [Fact]
    public void What_people_export_stands_at_the_top()
    {
        AbsencePeriod absence = Sample.Read<AbsencePeriod>(Sample.Absence) with { AbsenceType = "Vacation" };

        Assert.Equal("a-1", absence.AbsencePeriodId);
        Assert.Equal("4711", absence.PersonId);
        Assert.Equal("t-1", absence.AbsenceTypeId);
        Assert.Equal("APPROVED", absence.Status);
        Assert.Equal("Sea", absence.Comment);
        Assert.Equal("4712", absence.SubstituteId);
        Assert.Equal("Europe/Berlin", absence.TimeZoneId);
        Assert.Equal(new DateTimeOffset(2026, 4, 2, 7, 11, 9, TimeSpan.Zero), absence.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 4, 3, 9, 0, 0, TimeSpan.Zero), absence.UpdatedAt);
        Assert.Equal("Vacation 2026-06-01..2026-06-03", $"{absence}");
        Assert.Empty(absence.AdditionalProperties);
    }

    [Fact]
    public void A_person_that_is_known_from_elsewhere_fills_the_one_missing()
    {
        AbsencePeriod absence = Sample.Read<AbsencePeriod>("""{"id":"a-1"}""") with { PersonId = "4711" };

        Assert.Equal("4711", absence.PersonId);
    }

    private static AbsencePeriod Absence(string? from, string? fromHalf, string? to, string? toHalf) => new()
    {
        Starts = from is null ? null : new AbsenceBoundary { DateTime = Date(from), Type = fromHalf },
        Ends = to is null ? null : new AbsenceBoundary { DateTime = Date(to), Type = toHalf },
    };

    private static DateTime? Date(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).DateTime;
}
