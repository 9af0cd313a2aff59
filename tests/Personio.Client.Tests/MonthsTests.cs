using System.Globalization;

namespace Personio.Client.Tests;

public sealed class MonthsTests
{
    private static readonly DateTime s_today = Day("2026-06-15")!.Value;

    [Theory]
    [InlineData("2026-01-15", "2026-01-15", "2026-01-15..2026-01-15")]
    [InlineData("2026-01-15", "2026-02-14", "2026-01-15..2026-02-14")]
    [InlineData("2026-01-15", "2026-02-15", "2026-01-15..2026-02-14, 2026-02-15..2026-02-15")]
    [InlineData("2024-01-31", "2024-03-31", "2024-01-31..2024-02-28, 2024-02-29..2024-03-28, 2024-03-29..2024-03-31")]
    [InlineData("2025-12-01", "2026-01-31", "2025-12-01..2025-12-31, 2026-01-01..2026-01-31")]
    [InlineData("2026-01-15T23:00", "2026-01-16T01:00", "2026-01-15..2026-01-16")]
    public void Windows_are_adjacent_and_do_not_overlap(string from, string to, string windows) =>
        Assert.Equal(windows, Text(Months.Split(Day(from), Day(to))));

    [Theory]
    [InlineData(null, null, "..")]
    [InlineData("2020-01-15", null, "2020-01-15..")]
    [InlineData(null, "2026-01-15", "..2026-01-15")]
    public void An_open_side_is_left_to_the_service(string? from, string? to, string windows) =>
        Assert.Equal(windows, Text(Months.Split(Day(from), Day(to))));

    [Theory]
    [InlineData("2026-06-10", null, "2026-06-10..2026-06-15")]
    [InlineData("2026-06-15", null, "2026-06-15..2026-06-15")]
    [InlineData("2026-07-01", null, "2026-07-01..2026-07-01")]
    [InlineData("2026-06-10", "2026-06-20", "2026-06-10..2026-06-20")]
    [InlineData(null, "2026-06-20", "..2026-06-20")]
    [InlineData(null, null, "..")]
    public void A_span_without_a_last_day_ends_today_or_on_its_first_day(string? from, string? to, string windows) =>
        Assert.Equal(windows, Text(Months.SplitUntilToday(s_today, Day(from), Day(to))));

    private static DateTime? Day(string? text) =>
        text is null ? null : DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<(DateTime? First, DateTime? Last)> windows) => string.Join(
        ", ",
        windows.Select(window => FormattableString.Invariant($"{window.First:yyyy-MM-dd}..{window.Last:yyyy-MM-dd}")));
}
