using System.Text;
using Personio.Models;

namespace Personio.Tests.Calendar;

public sealed class CalendarFileTests
{
    // Start and end as Personio sends them, then the values of the event.
    public static TheoryData<string, string?, string[], string> Days => new()
    {
        { "2026-06-01 First", "2026-06-01 Second", ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260602"], "" },
        { "2026-06-01", "2026-06-06", ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260606"], "" },
        { "2026-06-30 First", "2026-07-02 Second", ["DTSTART;VALUE=DATE:20260630", "DTEND;VALUE=DATE:20260703"], "" },
        // Days on which clocks change are like other days.
        { "2026-03-28 First", "2026-06-01 Second", ["DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260602"], "" },
        { "2026-06-01 First", "2026-10-25 Second", ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20261026"], "" },
        // Half days are all-day events that say which half.
        {
            "2026-06-01 First", "2026-06-01 First", ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260602"],
            " (first half of the day)"
        },
        {
            "2026-06-01 Second", "2026-06-01 Second", ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260602"],
            " (second half of the day)"
        },
        {
            "2026-06-01 Second", "2026-06-03 First", ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260604"],
            " (begins at midday\\, ends at midday)"
        },
        // Times are written unchanged if there is no time zone.
        { "2026-06-01T14:00:00", "2026-06-01T16:30:00", ["DTSTART:20260601T140000", "DTEND:20260601T163000"], "" },
        { "2026-06-01T22:00:00", "2026-06-02T06:00:00", ["DTSTART:20260601T220000", "DTEND:20260602T060000"], "" },
        { "2026-06-01T22:00:00", "2026-06-02T00:00:00", ["DTSTART:20260601T220000", "DTEND:20260602T000000"], "" },
        { "2026-06-01T22:00:00", "2026-06-03T00:00:00", ["DTSTART:20260601T220000", "DTEND:20260603T000000"], "" },
        { "2026-06-01T00:00:00", "2026-06-01T11:30:00", ["DTSTART:20260601T000000", "DTEND:20260601T113000"], "" },
        { "2026-06-01T09:00:00", "2026-06-01T09:00:00", ["DTSTART:20260601T090000"], "" },
        // An open end extends to the end of the calendar; no date exceeds the maximum.
        {
            "2026-06-20 First", null, ["DTSTART;VALUE=DATE:20260620", "DTEND;VALUE=DATE:20260701"], " (open end)"
        },
        {
            "2026-06-20T13:00:00", null, ["DTSTART;VALUE=DATE:20260620", "DTEND;VALUE=DATE:20260701"],
            " (from 13:00\\, open end)"
        },
        { "2026-06-01 First", "9999-12-31 Second", ["DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:99991231"], "" },
        { "2026-06-03 First", "2026-06-01 Second", ["DTSTART;VALUE=DATE:20260603", "DTEND;VALUE=DATE:20260604"], "" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void An_event_has_the_days_of_its_absence(string start, string? end, string[] dates, string note)
    {
        // The absence that ends before it begins overlaps nothing, so the range is wide.
        AbsenceCalendar calendar = Away.June(Away.From(start, end)) with { From = new DateTime(2026, 1, 1) };

        string[] lines = Lines(calendar);

        Assert.Equal(dates, lines.Where(line => line.StartsWith("DTSTART", StringComparison.Ordinal)
            || line.StartsWith("DTEND", StringComparison.Ordinal)));
        Assert.Contains($"SUMMARY:Given Family: Vacation{note}", lines);
    }

    [Theory]
    [InlineData("APPROVED", "STATUS:CONFIRMED", "")]
    [InlineData("PENDING", "STATUS:TENTATIVE", " (pending)")]
    [InlineData("REJECTED", "STATUS:CANCELLED", " (rejected)")]
    [InlineData("Withdrawn", "STATUS:TENTATIVE", " (withdrawn)")]
    [InlineData(null, null, "")]
    public void An_event_shows_the_status_of_the_approval(string? status, string? line, string note)
    {
        string[] lines = Lines(Away.June(Away.From("2026-06-01", "2026-06-02", status: status)));

        Assert.Equal(line, lines.SingleOrDefault(text => text.StartsWith("STATUS", StringComparison.Ordinal)));
        Assert.Contains($"SUMMARY:Given Family: Vacation{note}", lines);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-06-01T14:00:00", "2026-06-01T16:30:00", "20260601T120000Z", "20260601T143000Z")]
    [InlineData("Europe/Berlin", "2026-12-01T14:00:00", "2026-12-01T16:30:00", "20261201T130000Z", "20261201T153000Z")]
    [InlineData(
        "America/New_York", "2026-06-01T22:00:00", "2026-06-01T23:00:00", "20260602T020000Z", "20260602T030000Z")]
    // The hour that is skipped, and the one that occurs twice, are standard time.
    [InlineData("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T04:00:00", "20260329T013000Z", "20260329T020000Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T04:00:00", "20261025T013000Z", "20261025T030000Z")]
    [InlineData("Nowhere/Atall", "2026-06-01T14:00:00", "2026-06-01T16:30:00", "20260601T140000", "20260601T163000")]
    public void Hours_are_instants_if_the_time_zone_is_known(
        string zone, string start, string end, string first, string last)
    {
        AbsencePeriod absence = Away.From(start, end) with { TimeZoneId = zone };
        AbsenceCalendar year = Away.June(absence) with
        {
            From = new DateTime(2026, 1, 1), To = new DateTime(2026, 12, 31),
        };

        string file = CalendarFile.Render(year);

        Assert.Contains($"DTSTART:{first}\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"DTEND:{last}\r\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETION_PENDING", "CONFIRMED", "(deletion pending)")]
    [InlineData("SUBSTITUTE_REQUESTED", "TENTATIVE", "(substitute requested)")]
    public void A_pending_withdrawal_is_still_an_absence_and_a_requested_substitute_is_not_one_yet(
        string status, string state, string note)
    {
        string file = CalendarFile.Render(
            Away.June(Away.From("2026-06-01 First", "2026-06-02 Second", status: status)));

        Assert.Contains($"STATUS:{state}\r\n", file, StringComparison.Ordinal);
        Assert.Contains(note, file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_valid_for_calendar_programs()
    {
        AbsencePeriod absence = Away.From("2026-06-01", "2026-06-02") with
        {
            CreatedAt = new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.FromHours(2)),
            UpdatedAt = new DateTimeOffset(2026, 5, 1, 8, 1, 40, TimeSpan.Zero),
            Comment = "A comment",
        };

        string text = CalendarFile.Render(Away.June(absence) with { Title = "Team; one" });

        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Personio for PowerShell//Absences//EN
            CALSCALE:GREGORIAN
            NAME:Team\; one
            X-WR-CALNAME:Team\; one
            BEGIN:VEVENT
            UID:personio-absence-a-1
            DTSTAMP:20260520T060000Z
            CREATED:20260501T080000Z
            LAST-MODIFIED:20260501T080140Z
            SEQUENCE:100
            DTSTART;VALUE=DATE:20260601
            DTEND;VALUE=DATE:20260602
            SUMMARY:Given Family: Vacation
            CATEGORIES:Vacation
            STATUS:CONFIRMED
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            text);
    }

    [Fact]
    public void An_absence_has_the_same_id_in_each_file_and_one_without_an_id_gets_its_own()
    {
        AbsenceCalendar calendar = Away.June(
            Away.From("2026-06-01", "2026-06-02"), Away.From("2026-06-03", "2026-06-04", id: null));

        string[] first = [.. Lines(calendar).Where(line => line.StartsWith("UID", StringComparison.Ordinal))];
        string[] later =
            Lines(calendar with { CreatedAt = calendar.CreatedAt.AddDays(1), To = new DateTime(2026, 8, 1) });

        Assert.Equal(["UID:personio-absence-a-1", "UID:personio-absence-1-20260603"], first);
        Assert.All(first, line => Assert.Contains(line, later));
    }

    [Fact]
    public void Absences_on_other_days_and_without_a_start_are_omitted()
    {
        AbsenceCalendar calendar = Away.June(
            Away.From("2026-05-01", "2026-06-01"), Away.From("2026-07-01", "2026-07-02"), new AbsencePeriod());

        Assert.DoesNotContain("BEGIN:VEVENT", Lines(calendar));
    }

    [Fact]
    public void An_unknown_type_is_shown_as_absence()
    {
        string[] lines = Lines(Away.June(Away.From("2026-06-01", "2026-06-02", type: null, person: null)));

        Assert.Contains("SUMMARY:Person not named: Absent", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("CATEGORIES", StringComparison.Ordinal));
    }

    [Fact]
    public void No_name_can_inject_a_line()
    {
        AbsenceCalendar calendar = Away.June(Away.From("2026-06-01", "2026-06-02", type: "a\rb\u2028c\u0000d")) with
        {
            Names = new Dictionary<string, string> { ["1"] = "x\r\nEND:VEVENT\nATTACH:file,y" },
        };

        string[] lines = Lines(calendar);

        Assert.Contains("SUMMARY:x\\nEND:VEVENT\\nATTACH:file\\,y: a\\nb\\nc d", lines);
        Assert.Single(lines, "END:VEVENT");
    }

    // Texts of characters of one to four octets, so that the fold would fall at every position within a character.
    public static TheoryData<string> Texts => new(
        from letter in "a ü € 😀".Split(' ')
        from shift in Enumerable.Range(0, 5)
        select new string('x', shift) + string.Concat(Enumerable.Repeat(letter, 120)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_long_line_is_folded_at_75_octets_and_never_within_a_character(string text)
    {
        string folded = new StringBuilder().AddLine(text).ToString();

        string[] lines = folded.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines[..^2], line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 72, 75));
        Assert.DoesNotContain('\uFFFD', folded);
        Assert.Equal(text + "\r\n", folded.Replace("\r\n ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(74, 1)]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    [InlineData(149, 2)]
    [InlineData(150, 3)]
    public void The_space_of_a_folded_line_counts(int octets, int lines) => Assert.Equal(
        lines, new StringBuilder().AddLine(new string('x', octets)).ToString().Split("\r\n").Length - 1);

    private static string[] Lines(AbsenceCalendar calendar) =>
        CalendarFile.Render(calendar).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
