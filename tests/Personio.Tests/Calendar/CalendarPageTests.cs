using System.Globalization;
using System.Text.RegularExpressions;

namespace Personio.Tests.Calendar;

public sealed class CalendarPageTests
{
    // Start and end as Personio sends them, then the shape of the mark, its letters and its text.
    public static TheoryData<string, string?, string, string, string, string> Marks => new()
    {
        { "2026-06-01 First", "2026-06-01 Second", "APPROVED", "c0", "V", "Vacation; Mon, 01 June 2026" },
        {
            "2026-06-01 First", "2026-06-01 First", "APPROVED", "c0 f", "V",
            "Vacation; Mon, 01 June 2026; first half of the day"
        },
        {
            "2026-06-01 Second", "2026-06-01 Second", "APPROVED", "c0 s", "V",
            "Vacation; Mon, 01 June 2026; second half of the day"
        },
        { "2026-06-01 First", "2026-06-01 Second", "PENDING", "c0 p", "V?", "Vacation; Mon, 01 June 2026; pending" },
        { "2026-06-01 First", "2026-06-01 Second", "REJECTED", "c0 r", "V", "Vacation; Mon, 01 June 2026; rejected" },
        { "2026-06-30 First", null, "APPROVED", "c0 e", "V \u2192", "Vacation; from Tue, 30 June 2026; open end" },
        {
            "2026-06-01T14:00:00", "2026-06-01T16:30:00", "APPROVED", "c0 o",
            "V<small>14:00</small><small>16:30</small>",
            "Vacation; Mon, 01 June 2026, 14:00 to 16:30"
        },
        {
            "2026-06-01T22:00:00", "2026-06-02T00:00:00", "APPROVED", "c0 o",
            "V<small>22:00</small><small>24:00</small>",
            "Vacation; Mon, 01 June 2026, 22:00 to 24:00"
        },
        {
            "2026-06-01 First", "2026-06-05 Second", "APPROVED", "c0", "V<small>Vacation</small>",
            "Vacation; Mon, 01 June 2026 to Fri, 05 June 2026"
        },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public void A_mark_shows_the_absence_by_its_shape_and_in_text(
        string start, string? end, string status, string shape, string sign, string text)
    {
        string page = CalendarPage.Render(Away.June(Away.From(start, end, status: status)));

        Assert.Contains(
            $"<b class=\"{shape}\" title=\"{text}\" aria-hidden=\"true\">{sign}</b><i>{text}</i>",
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Full_days_of_an_absence_are_one_cell_and_each_half_day_is_another()
    {
        string page = CalendarPage.Render(Away.June(Away.From("2026-06-01 Second", "2026-06-05 First")));

        Assert.Matches(
            "<bdi>Given Family</bdi></th><td><b class=\"c0 s\".*?<td colspan=\"3\"><b class=\"c0\".*?"
            + "<td><b class=\"c0 f\"",
            page);
    }

    [Fact]
    public void Two_consecutive_absences_are_two_cells()
    {
        string page = CalendarPage.Render(Away.June(
            Away.From("2026-06-01", "2026-06-03"), Away.From("2026-06-03", "2026-06-06", type: "Sick day", id: "a-2")));

        Assert.Matches("<td colspan=\"2\"><b class=\"c0\"[^<]*</b><i>[^<]*</i><td colspan=\"3\"><b class=\"c1\"", page);
    }

    [Fact]
    public void Every_row_has_all_days_of_its_month()
    {
        AbsenceCalendar calendar = Away.June(
            Away.From("2026-06-03 First", "2026-07-07 First"),
            Away.From("2026-06-05 First", "2026-06-05 Second", type: "Sick day", id: "a-2"),
            Away.From("2026-06-28 First", null, person: "2", id: "a-3")) with { To = new DateTime(2026, 7, 31) };

        string page = CalendarPage.Render(calendar);

        Assert.Equal([30, 30, 31, 31], Regex.Matches(page, "<tr><th scope=\"row\">.*").Select(row =>
            Regex.Matches(row.Value, "<td(?: colspan=\"(\\d+)\")?>")
                .Sum(
                    cell => cell.Groups[1].Success
                        ? int.Parse(cell.Groups[1].Value, CultureInfo.InvariantCulture)
                        : 1)));
    }

    [Fact]
    public void Two_absences_on_one_day_share_its_cell_the_morning_first()
    {
        string page = CalendarPage.Render(Away.June(
            Away.From("2026-06-01 Second", "2026-06-01 Second", type: "Sick day", id: "a-0"),
            Away.From("2026-06-01 First", "2026-06-01 First")));

        Assert.Matches("<td><b class=\"c0 f\"[^>]*>V</b><i>[^<]*</i><b class=\"c1 s\"[^>]*>S</b>", page);
    }

    [Fact]
    public void A_span_may_begin_and_end_in_the_middle_of_a_month()
    {
        AbsenceCalendar calendar = Away.June(Away.From("2026-06-01", null)) with
        {
            From = new DateTime(2026, 6, 29),
            To = new DateTime(2026, 7, 2),
        };

        string page = CalendarPage.Render(calendar);

        Assert.Equal(
            ["29", "30", "1", "2"], Regex.Matches(page, "<strong>(\\d+)</strong>").Select(day => day.Groups[1].Value));
        Assert.Single(Regex.Matches(page, "class=\"c0 e\""));
    }

    [Fact]
    public void Named_persons_have_a_row_even_when_present_and_namesakes_show_their_ids()
    {
        AbsenceCalendar calendar = Away.June(Away.From("2026-06-01", "2026-06-02")) with
        {
            Persons = ["7", "1", "9"],
            Names = new Dictionary<string, string> { ["1"] = "Same", ["7"] = "same", ["9"] = "Another" },
        };

        string page = CalendarPage.Render(calendar);

        Assert.Equal(
            ["Another", "Same (1)", "same (7)"],
            Regex.Matches(page, "<th scope=\"row\"><bdi>(.*?)</bdi>").Select(row => row.Groups[1].Value));
    }

    [Fact]
    public void A_month_without_absences_says_so()
    {
        string page = CalendarPage.Render(Away.June());

        Assert.Contains("<p>Nobody is absent.</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-02", "2026-06-04", "Vacation")]
    [InlineData("2026-06-02", "2026-06-05", "Vacation; until Thu, 04 June 2026")]
    [InlineData("2026-06-02", null, "Vacation; open end")]
    [InlineData("2026-06-03 First", "2026-06-03 First", "Vacation; first half of the day")]
    [InlineData("2026-06-03T14:00:00", "2026-06-03T16:30:00", "Vacation; from 14:00 until 16:30")]
    [InlineData("2026-06-03T14:00:00", "2026-06-04T16:30:00", "Vacation; from 14:00 until Thu, 04 June 2026")]
    public void Today_is_marked_and_named(string start, string? end, string text)
    {
        AbsenceCalendar calendar = Away.June(Away.From(start, end)) with
        {
            CreatedAt = new DateTimeOffset(2026, 6, 3, 0, 30, 0, TimeSpan.FromHours(2)),
        };

        string page = CalendarPage.Render(calendar);

        Assert.Contains($"<li><bdi>Given Family</bdi>: {text}</li>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"col\" class=\"t\" title=\"Today\" aria-current=\"date\">Wed <strong>3</strong>", page,
            StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<col class=\"t\">"));
        Assert.Equal(8, Regex.Count(page, "<col class=\"w\">"));
    }

    [Theory]
    [InlineData("de-DE", "de-DE", "Juni 2026", "Mo, 1. Juni 2026")]
    [InlineData("de-CH", "de-CH", "Juni 2026", "Mo, 1. Juni 2026")]
    [InlineData("en-US", "en-US", "June 2026", "Mon, June 1, 2026")]
    [InlineData("fr-FR", "fr-FR", "Juin 2026", "lun. 1er juin 2026")]
    [InlineData("es-ES", "es-ES", "Junio de 2026", "lun, 1 de junio de 2026")]
    [InlineData("it-IT", "it-IT", "Giugno 2026", "lun 1 giugno 2026")]
    [InlineData("nl-NL", "nl-NL", "Juni 2026", "ma 1 juni 2026")]
    [InlineData("", "en", "2026 June", "Mon, 01 June 2026")]
    // Unsupported languages: everything is English, and no page mixes two languages.
    [InlineData("th-TH", "en-GB", "June 2026", "Mon, 1 June 2026")]
    [InlineData("fa-IR", "en-GB", "June 2026", "Mon, 1 June 2026")]
    public void Words_and_dates_are_in_one_language_which_the_page_names(
        string culture, string language, string month, string day)
    {
        string page = CalendarPage.Render(
            Away.June(Away.From("2026-06-01", "2026-06-02")) with { Culture = CultureInfo.GetCultureInfo(culture) });

        Assert.Contains($"<h2 id=\"m2026-06\">{month}</h2>", page, StringComparison.Ordinal);
        Assert.Contains($"<i>Vacation; {day}</i>", page, StringComparison.Ordinal);
        Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, " lang=\""));
    }

    [Fact]
    public void Persons_are_listed_under_their_groups_in_order_and_those_without_one_last()
    {
        AbsenceCalendar calendar = Away.June(
            Away.From("2026-06-01", "2026-06-02"), Away.From("2026-06-01", "2026-06-02", person: "2", id: "a-2"),
            Away.From("2026-06-01", "2026-06-02", person: "3", id: "a-3")) with
        {
            Names = new Dictionary<string, string> { ["1"] = "One", ["2"] = "Two", ["3"] = "Three" },
            Groups = new Dictionary<string, string> { ["1"] = "Sales", ["3"] = "<Engineering>" },
            Grouping = CalendarGroup.Team,
        };

        string page = CalendarPage.Render(calendar);

        Assert.Equal(
            ["&lt;Engineering&gt;", "Three", "Sales", "One", "No team", "Two"],
            Regex.Matches(page, "<th scope=\"row(?:group)?\"[^>]*><bdi>(.*?)</bdi>")
                .Select(row => row.Groups[1].Value));
        Assert.Equal(3, Regex.Count(page, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"31\">"));
        Assert.Equal(Regex.Count(page, "<tbody>"), Regex.Count(page, "</tbody>"));
    }

    [Theory]
    [InlineData("2026-06-03", 1)]
    [InlineData("2026-07-03", 0)]
    [InlineData("2026-05-31", 0)]
    public void Today_is_explained_if_it_is_a_day_of_the_page(string today, int times)
    {
        AbsenceCalendar calendar = Away.June(Away.From("2026-06-01", "2026-06-02")) with
        {
            CreatedAt = DateTimeOffset.Parse(today, CultureInfo.InvariantCulture),
        };

        string page = CalendarPage.Render(calendar);

        Assert.Equal(times, Regex.Count(page, "</b> Today</li>"));
        Assert.Equal(times, Regex.Count(page, "<section class=\"now\">"));
    }

    [Fact]
    public void Text_from_outside_never_becomes_markup()
    {
        const string hostile = "</title></style><script>alert(1)</script>\" onclick='x' &amp;\u202E\u0000\uD83D";
        AbsenceCalendar calendar = Away.June(Away.From("2026-06-01 First", "2026-06-09 Second", type: hostile)) with
        {
            Title = hostile,
            Names = new Dictionary<string, string> { ["1"] = hostile },
            CreatedAt = new DateTimeOffset(2026, 6, 3, 8, 0, 0, TimeSpan.Zero),
        };

        string page = CalendarPage.Render(calendar);

        string escaped = "&lt;/title&gt;&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
            + "&quot; onclick=&#39;x&#39; &amp;amp;  \uFFFD";
        Assert.Equal(9, Regex.Count(page, Regex.Escape(escaped)));
        Assert.Empty(
            Regex.Matches(page.Replace(escaped, "", StringComparison.Ordinal), "script|onclick|\u202E|\u0000"));
    }

    [Theory]
    [InlineData("Vacation|Sick day|Special leave|Study", "V,S,Sl,St")]
    [InlineData("Sabbatical|sabbatical|SABBATICAL", "S,Sa,Sb")]
    [InlineData("Überstundenausgleich|Urlaub|Elternzeit", "Ü,U,E")]
    [InlineData("A|a|a a|aa", "A,A2,Aa,A3")]
    [InlineData("(Ill)|123|--- |\"quoted\"", "I,1,?,Q")]
    public void Each_type_has_its_own_letters(string names, string codes)
    {
        string[] types = names.Split('|');

        var key = new TypeLegend(types, types, 10);

        Assert.Equal(codes.Split(','), types.Select(key.CodeOf));
    }

    [Fact]
    public void A_type_has_the_same_letters_and_color_whatever_else_occurs()
    {
        string[] all = ["Vacation", "Volunteering", "Sick day", "Special"];

        var key = new TypeLegend(all, ["Special", "Volunteering", "Unknown"], 10);

        Assert.Equal(["Volunteering", "Special", "Unknown"], key.Names);
        Assert.Equal(["Vo", "Sp", "U"], key.Names.Select(key.CodeOf));
        Assert.Equal([1, 3, 4], key.Names.Select(key.ColorOf));
    }

    [Fact]
    public void Types_share_a_color_only_when_there_are_more_of_them_than_colors()
    {
        string[] all = [.. Enumerable.Range(1, 25).Select(number => $"Type {number}")];

        var few = new TypeLegend(all, [all[0], all[10], all[20]], 10);
        var many = new TypeLegend(all, all, 10);

        Assert.Equal(3, few.Names.Select(few.ColorOf).Distinct().Count());
        Assert.Equal(25, many.Names.Select(many.CodeOf).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(many.Names.GroupBy(many.ColorOf), color => Assert.InRange(color.Count(), 2, 3));
    }
}
