using System.Globalization;

namespace Personio.Rest.Tests.Values;

/// <summary>The formats of days and times.</summary>
public sealed class DateTextTests
{
    private static readonly DateTime s_noon = new(2026, 8, 3, 14, 30, 5);

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("fi-FI")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Formats_are_the_same_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("2026-08-03", DateText.Day(s_noon));
            Assert.Equal("2026-08", DateText.Month(s_noon));
            Assert.Equal("2026-08-03T14:30:05", DateText.WallClock(s_noon));
            Assert.Equal("2026-08-03T14:30:05Z", DateText.Instant(s_noon));
            Assert.Equal("2026-08-03 14:30", DateText.Minute(s_noon));
            Assert.Equal("2026-08-03 14:30:05", DateText.Second(s_noon));
            Assert.Equal(s_noon.Date, DateText.ParseDay("2026-08-03"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Midnight_is_written_as_the_day_alone()
    {
        Assert.Equal("2026-08-03", DateText.DayOrMinute(s_noon.Date));
        Assert.Equal("2026-08-03", DateText.DayOrWallClock(s_noon.Date));
        Assert.Equal("2026-08-03 14:30", DateText.DayOrMinute(s_noon));
        Assert.Equal("2026-08-03T14:30:05", DateText.DayOrWallClock(s_noon));
    }

    [Fact]
    public void Instants_are_written_in_UTC() => Assert.Equal(
        "2026-08-03T12:30:05Z", DateText.Instant(new DateTimeOffset(s_noon, TimeSpan.FromHours(2))));

    [Fact]
    public void Null_has_no_text()
    {
        Assert.Null(DateText.Day(null));
        Assert.Null(DateText.WallClock(null));
        Assert.Null(DateText.Instant((DateTimeOffset?)null));
        Assert.Null(DateText.Minute(null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-8-3")]
    [InlineData("2026-08-03T00:00:00")]
    [InlineData("03.08.2026")]
    public void Days_in_another_format_are_not_read(string? text) => Assert.Null(DateText.ParseDay(text));
}
