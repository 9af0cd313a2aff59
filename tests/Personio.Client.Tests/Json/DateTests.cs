using System.Globalization;
using System.Text.Json;
using Personio.Client.Json;
using Personio.Client.Tests.Support;
using Personio.Models;

namespace Personio.Client.Tests.Json;

public sealed class DateTests
{
    [Theory]
    [InlineData("2026-06-01T08:00:00")]
    [InlineData("2026-06-01T08:00:00Z")]
    [InlineData("2026-06-01T08:00:00+02:00")]
    [InlineData("2026-06-01T08:00:00-11:30")]
    [InlineData("2026-06-01T08:00")]
    [InlineData("2026-06-01 08:00:00")]
    [InlineData("2026-06-01T08:00:00.000Z")]
    public void A_wall_clock_time_stays_as_written_regardless_of_its_time_zone(string text)
    {
        DateTime? start = Sample.Read<AttendancePeriod>($$$"""{"start":{"date_time":"{{{text}}}"}}""").Start;

        Assert.Equal(new DateTime(2026, 6, 1, 8, 0, 0), start);
        Assert.Equal(DateTimeKind.Unspecified, start!.Value.Kind);
    }

    [Theory]
    [InlineData("2022-03-01")]
    [InlineData("2022-03-01T00:00:00Z")]
    [InlineData("2022-03-01T00:00:00+01:00")]
    public void A_day_is_midnight_without_a_time_zone(string text)
    {
        DateTime? day = Sample.Read<Employment>($$"""{"employment_start_date":"{{text}}"}""").EmploymentStartDate;

        Assert.Equal(new DateTime(2022, 3, 1), day);
        Assert.Equal(DateTimeKind.Unspecified, day!.Value.Kind);
    }

    [Theory]
    [InlineData("2026-03-10T07:11:09Z", "2026-03-10T07:11:09Z")]
    [InlineData("2026-03-10T07:11:09", "2026-03-10T07:11:09Z")]
    [InlineData("2026-03-10T09:11:09+02:00", "2026-03-10T07:11:09Z")]
    [InlineData("2026-03-10T07:11:09.123Z", "2026-03-10T07:11:09.123Z")]
    [InlineData("2026-03-10", "2026-03-10T00:00:00Z")]
    public void An_instant_is_the_same_moment_everywhere_and_UTC_without_a_time_zone(string text, string instant)
    {
        DateTimeOffset? created = Sample.Read<Person>($$"""{"created_at":"{{text}}"}""").CreatedAt;

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_date_is_null(string text)
    {
        Assert.Null(Sample.Read<Employment>($$"""{"employment_start_date":"{{text}}"}""").EmploymentStartDate);
        Assert.Null(Sample.Read<Person>($$"""{"created_at":"{{text}}"}""").CreatedAt);
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"Monday 10 March 2026\"")]
    [InlineData("20260310")]
    [InlineData("[\"2026-03-10\",\"2026-03-11\"]")]
    [InlineData("{\"day\":10}")]
    public void An_invalid_date_is_an_error_and_not_another_date(string json)
    {
        Assert.Throws<JsonException>(() => Sample.Read<Employment>($$"""{"employment_start_date":{{json}}}"""));
        Assert.Throws<JsonException>(() => Sample.Read<Person>($$"""{"created_at":{{json}}}"""));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public void Dates_and_numbers_are_read_and_written_alike_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Employment read = Sample.Read<Employment>(
                """{"employment_start_date":"2022-03-01","weekly_working_hours":"38.5","cost_centers":"""
                + """[{"id":"1","weight":40.5}]}""");
            string written = System.Text.Encoding.UTF8.GetString(PersonioJson.Write(
                new { Start = (DateTime?)new DateTime(2022, 3, 1, 8, 5, 0), At = (DateTimeOffset?)ManualTime.Start }));

            Assert.Equal(new DateTime(2022, 3, 1), read.EmploymentStartDate);
            Assert.Equal(38.5m, read.WeeklyWorkingHours);
            Assert.Equal("1 (40.5 %)", $"{read.CostCenters}");
            Assert.Equal("""{"start":"2022-03-01T08:05:00","at":"2026-01-01T00:00:00Z"}""", written);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
