using System.Globalization;

namespace Personio.Tests;

public sealed class WorkPaceTests
{
    [Theory]
    [InlineData(0, 400, 0)]
    [InlineData(100, 400, 25)]
    [InlineData(399, 400, 99)]
    [InlineData(400, 400, 100)]
    [InlineData(1, 0, 0)]
    public void One_hundred_percent_is_shown_only_at_the_end(long done, long total, int percent) =>
        Assert.Equal(percent, WorkPace.Percent(done, total));

    [Fact]
    public void Nothing_is_reported_before_something_is_done()
    {
        var pace = new WorkPace();

        pace.Add(TimeSpan.FromSeconds(2), 0);

        Assert.Null(pace.PerSecond);
        Assert.Null(pace.SecondsLeft(0, 400));
    }

    [Fact]
    public void The_pace_and_the_time_left_follow_from_what_was_done()
    {
        var pace = new WorkPace();

        pace.Add(TimeSpan.FromSeconds(2), 20);
        pace.Add(TimeSpan.FromSeconds(4), 40);

        Assert.Equal(10, pace.PerSecond);
        Assert.Equal(36, pace.SecondsLeft(40, 400));
    }

    [Fact]
    public void Only_the_last_seconds_count()
    {
        var pace = new WorkPace();

        for (int second = 1; second <= 60; second++)
        {
            pace.Add(TimeSpan.FromSeconds(second), second <= 30 ? second : 30 + ((second - 30) * 20));
        }

        Assert.Equal(20, pace.PerSecond!.Value, 1.5);
    }

    [Theory]
    [InlineData("en-US", 1200, 3, 12, "1,200 of 50,000, 3 a second, 4.5 h left")]
    [InlineData("de-DE", 1200, 3.5, 12, "1.200 of 50.000, 3,5 a second, 3,9 h left")]
    [InlineData("en-US", 49_000, 10, 12, "49,000 of 50,000, 10 a second, 2 min left")]
    [InlineData("en-US", 49_950, 10, 12, "49,950 of 50,000, 10 a second, 5 s left")]
    public void Progress_is_described_in_words(string culture, long done, double rate, int seconds, string text)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var pace = new WorkPace();

        pace.Add(TimeSpan.FromSeconds(20), done - (long)(rate * seconds));
        pace.Add(TimeSpan.FromSeconds(20 + seconds), done);
        pace.Add(TimeSpan.FromSeconds(20 + seconds), done);

        Assert.Equal(text, pace.Text(done, 50_000));
    }
}
