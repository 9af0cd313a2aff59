using System.Globalization;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Models;

public sealed class AbsencePeriodTests
{
    // Start, its half, end, its half; then StartDate and EndDate for exclusive midnights and for last days.
    public static TheoryData<string?, string?, string?, string?, string?, string?, string?> Boundaries => new()
    {
        // With a half specified.
        {
            "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-03T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-02",
            "2026-06-03"
        },
        {
            "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-03T00:00:00", "FIRST_HALF", "2026-06-01", "2026-06-02",
            "2026-06-03"
        },
        {
            "2026-06-01T00:00:00", "SECOND_HALF", "2026-06-02T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-01",
            "2026-06-02"
        },
        {
            "2026-06-01T00:00:00", "first_half", "2026-06-03T00:00:00", "second_half", "2026-06-01", "2026-06-02",
            "2026-06-03"
        },
        { "2026-06-01T00:00:00", null, "2026-06-03T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-02", "2026-06-03" },
        {
            "2026-02-28T00:00:00", "FIRST_HALF", "2026-03-01T00:00:00", "SECOND_HALF", "2026-02-28", "2026-02-28",
            "2026-03-01"
        },
        // An absence that ends at the midnight at which it begins is that day in any case.
        {
            "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-01T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-01",
            "2026-06-01"
        },
        {
            "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-01", "2026-06-01",
            "2026-06-01"
        },
        // A time of day is not a midnight.
        {
            "2026-06-01T12:00:00", "SECOND_HALF", "2026-06-03T12:00:00", "FIRST_HALF", "2026-06-01", "2026-06-03",
            "2026-06-03"
        },
        // Without a half, a midnight always ends the day before.
        { "2026-06-01T00:00:00", null, "2026-06-04T00:00:00", null, "2026-06-01", "2026-06-03", "2026-06-03" },
        { "2026-06-01T00:00:00", null, "2026-06-02T00:00:00", null, "2026-06-01", "2026-06-01", "2026-06-01" },
        { "2026-06-01T00:00:00", "FIRST_HALF", "2026-06-04T00:00:00", null, "2026-06-01", "2026-06-03", "2026-06-03" },
        { "2026-06-01T00:00:00Z", null, "2026-06-04T00:00:00Z", null, "2026-06-01", "2026-06-03", "2026-06-03" },
        { "2026-02-28T00:00:00", null, "2026-03-01T00:00:00", null, "2026-02-28", "2026-02-28", "2026-02-28" },
        // An unknown half does not affect the date.
        { "2026-06-01T00:00:00", "WHOLE", "2026-06-04T00:00:00", "WHOLE", "2026-06-01", "2026-06-03", "2026-06-03" },
        { "2026-06-01T00:00:00", "", "2026-06-04T00:00:00", "", "2026-06-01", "2026-06-03", "2026-06-03" },
        // Counted in hours.
        {
            "2026-06-01T09:00:00", null, "2026-06-01T11:30:00", null, "2026-06-01T09:00:00", "2026-06-01T11:30:00",
            "2026-06-01T11:30:00"
        },
        {
            "2026-06-01T00:00:00", null, "2026-06-01T11:30:00", null, "2026-06-01", "2026-06-01T11:30:00",
            "2026-06-01T11:30:00"
        },
        // An open end, and nothing at all.
        { "2026-06-01T00:00:00", "FIRST_HALF", null, null, "2026-06-01", null, null },
        { "2026-06-01T00:00:00", null, null, null, "2026-06-01", null, null },
        { null, null, null, null, null, null, null },
        { null, null, "2026-06-03T00:00:00", "SECOND_HALF", null, "2026-06-02", "2026-06-03" },
        { null, null, "0001-01-01T00:00:00", "SECOND_HALF", null, "0001-01-01", "0001-01-01" },
        // Of no length.
        { "2026-06-01T00:00:00", null, "2026-06-01T00:00:00", null, "2026-06-01", "2026-06-01", "2026-06-01" },
        {
            "2026-06-01T09:00:00", null, "2026-06-01T09:00:00", null, "2026-06-01T09:00:00", "2026-06-01T09:00:00",
            "2026-06-01T09:00:00"
        },
    };

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Start_and_end_are_inclusive_days_however_they_are_sent(
        string? from, string? fromHalf, string? to, string? toHalf, string? start, string? exclusive, string? inclusive)
    {
        AbsencePeriod absence = Absence(from, fromHalf, to, toHalf);

        Assert.Equal(Date(start), absence.StartDate);
        Assert.Equal(Date(exclusive), absence.EndDate);
        Assert.Equal(Date(inclusive), (absence with { EndsInclusively = true }).EndDate);
    }

    [Theory]
    [InlineData("FIRST_HALF", "First")]
    [InlineData("second_half", "Second")]
    [InlineData("WHOLE", "WHOLE")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_half_day_uses_the_words_of_the_parameters(string? sent, string? half)
    {
        AbsencePeriod absence = Absence("2026-06-01T00:00:00", sent, "2026-06-04T00:00:00", sent);

        Assert.Equal(half, absence.StartHalf);
        Assert.Equal(half, absence.EndHalf);
    }

    [Fact]
    public void Times_are_kept_as_Personio_sends_them()
    {
        AbsencePeriod absence = Absence("2026-06-01T12:00:00", "SECOND_HALF", "2026-06-04T00:00:00", null);

        Assert.Equal(new DateTime(2026, 6, 1, 12, 0, 0), absence.StartsFrom);
        Assert.Equal(new DateTime(2026, 6, 4), absence.EndsAt);
    }

    [Theory]
    // From the 10th to the 12th in halves, as last days, against days.
    [InlineData(
        "2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-12", "2026-06-12", true)]
    [InlineData(
        "2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-13", "2026-06-13", false)]
    [InlineData(
        "2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-10", true)]
    [InlineData(
        "2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-09", false)]
    [InlineData(
        "2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-11", "2026-06-11", true)]
    [InlineData(
        "2026-06-10T00:00:00", "FIRST_HALF", "2026-06-12T00:00:00", "SECOND_HALF", "2026-06-01", "2026-06-30", true)]
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
    [InlineData(
        "2026-06-10T15:00:00", null, "2026-06-10T16:00:00", null, "2026-06-10T18:00:00", "2026-06-10T18:00:00", true)]
    [InlineData("2026-06-10T15:00:00", null, "2026-06-10T16:00:00", null, "2026-06-01", "2026-06-10T08:00:00", true)]
    public void An_absence_overlaps_days_that_it_covers_at_least_partly(
        string? from, string? fromHalf, string? to, string? toHalf, string? first, string? last, bool overlaps)
    {
        AbsencePeriod inclusive = Absence(from, fromHalf, to, toHalf) with { EndsInclusively = true };
        AbsencePeriod exclusive = inclusive with
        {
            Ends = inclusive.Ends is { NamesHalf: true, DateTime: { TimeOfDay.Ticks: 0 } day } end
                ? end with { DateTime = day.AddDays(1) }
                : inclusive.Ends,
            EndsInclusively = false,
        };

        Assert.Equal(overlaps, inclusive.Overlaps(Date(first), Date(last)));
        Assert.Equal(overlaps, exclusive.Overlaps(Date(first), Date(last)));
    }

    [Fact]
    public void Exported_values_are_top_level_properties()
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
        Assert.Equal("Vacation 2026-06-01..2026-06-02", $"{absence}");
        Assert.Empty(absence.AdditionalProperties);
    }

    [Fact]
    public void A_missing_person_is_filled_in_if_known_from_elsewhere()
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
