using System.Globalization;

namespace Personio.Client.Tests;

public sealed class AbsenceSpanTests
{
    // A span is written as start and end, with h after a day that counts half; a missing end is open.
    [Theory]
    [InlineData("2026-08-03..2026-08-07", "2026-08-07..2026-08-10", true)]
    [InlineData("2026-08-03..2026-08-07", "2026-08-08..2026-08-10", false)]
    [InlineData("2026-08-03..2026-08-07h", "2026-08-07h..2026-08-10", false)]
    [InlineData("2026-08-03..2026-08-07h", "2026-08-07..2026-08-10", true)]
    [InlineData("2026-08-03..2026-08-07", "2026-08-07h..2026-08-10", true)]
    [InlineData("2026-08-03..", "2027-01-01..2027-01-02", true)]
    [InlineData("2026-08-03..", "2026-08-01..2026-08-02", false)]
    [InlineData("2026-08-03..", "2026-09-01..", true)]
    [InlineData("2026-08-03..2026-08-03", "2026-08-03T09:00..2026-08-03T10:00", true)]
    [InlineData("2026-08-03T10:00..2026-08-03T11:00", "2026-08-03T09:00..2026-08-03T10:00", false)]
    [InlineData("2026-08-03T09:30..2026-08-03T11:00", "2026-08-03T09:00..2026-08-03T10:00", true)]
    [InlineData("2026-08-01..2026-08-03h", "2026-08-03T09:00..2026-08-03T10:00", false)]
    [InlineData("2026-08-01..2026-08-03h", "2026-08-02T09:00..2026-08-02T10:00", true)]
    [InlineData("2026-08-03h..2026-08-05", "2026-08-03T15:00..2026-08-03T16:00", false)]
    public void Two_spans_overlap_or_not_in_either_order(string one, string other, bool overlap)
    {
        Assert.Equal(overlap, Span(one).Overlaps(Span(other)));
        Assert.Equal(overlap, Span(other).Overlaps(Span(one)));
    }

    private static AbsenceSpan Span(string text)
    {
        string[] ends = text.Split("..");
        return AbsenceSpan.Create(
            Moment(ends[0]), ends[0].EndsWith('h'), ends[1].Length == 0 ? null : Moment(ends[1]),
            ends[1].EndsWith('h'));
    }

    private static DateTime Moment(string text) => DateTime.Parse(text.TrimEnd('h'), CultureInfo.InvariantCulture);
}
