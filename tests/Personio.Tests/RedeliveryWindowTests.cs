using Personio.Rest;

namespace Personio.Tests;

public sealed class RedeliveryWindowTests
{
    private static readonly DateTimeOffset s_start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_window_of_a_hundred_events_is_one_request()
    {
        var window = new RedeliveryWindow(s_start, null);

        Assert.Equal([window], window.Split(Seconds(100)));
    }

    [Fact]
    public void A_larger_window_is_split_between_seconds()
    {
        IReadOnlyList<RedeliveryWindow> parts = new RedeliveryWindow(s_start, null).Split(Seconds(250));

        Assert.Equal(
            ["2026-06-01T08:00:00Z", "2026-06-01T08:01:40Z", "2026-06-01T08:03:20Z"],
            parts.Select(part => part.WireFrom));
        Assert.Equal(
            ["2026-06-01T08:01:39.999Z", "2026-06-01T08:03:19.999Z", "2026-06-01T08:04:09.999Z"],
            parts.Select(part => part.WireTo));
    }

    [Fact]
    public void Events_of_one_second_stay_together()
    {
        DateTimeOffset[] moments = [.. Seconds(60), .. Enumerable.Repeat(s_start.AddMinutes(5), 60)];

        IReadOnlyList<RedeliveryWindow> parts = new RedeliveryWindow(s_start, null).Split(moments);

        Assert.Equal(["2026-06-01T08:00:00Z", "2026-06-01T08:05:00Z"], parts.Select(part => part.WireFrom));
    }

    [Theory]
    [InlineData(501, 1, "501 events")]
    [InlineData(101, 0, "in the second from")]
    public void Values_that_Personio_never_sends_are_rejected(int count, int step, string says)
    {
        DateTimeOffset[] moments = [.. Enumerable.Range(0, count).Select(i => s_start.AddSeconds(i * step))];

        PersonioException fault =
            Assert.Throws<PersonioException>(() => new RedeliveryWindow(s_start, null).Split(moments));

        Assert.Equal(ErrorKind.InvalidRequest, fault.Kind);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_of_piped_events_are_merged_into_one()
    {
        RedeliveryWindow one = new(s_start.AddHours(1), s_start.AddHours(1)) { Events = 1 };
        RedeliveryWindow other = new(s_start, s_start) { Events = 1 };

        Assert.Equal(new RedeliveryWindow(s_start, s_start.AddHours(1)) { Events = 2 }, one.Union(other));
    }

    private static DateTimeOffset[] Seconds(int count) =>
        [.. Enumerable.Range(0, count).Select(i => s_start.AddSeconds(i))];
}
