using System.Globalization;

namespace Personio.Tests.Calendar;

public sealed class CalendarMailTests
{
    [Fact]
    public void A_mail_lists_who_is_absent_today_and_all_absences_of_each_person()
    {
        AbsenceCalendar calendar = Away.June(
            Away.From("2026-06-01", "2026-06-06"),
            Away.From("2026-06-12 First", "2026-06-12 First", type: "Sick day", status: "PENDING", id: "a-2"),
            Away.From("2026-06-20 First", null, person: "2", id: "a-3")) with
        {
            Names = new Dictionary<string, string>
            {
                ["1"] = "Given Family", ["2"] = "Other Name", ["3"] = "Here Always",
            },
            Persons = ["1", "2", "3"],
            Culture = CultureInfo.GetCultureInfo("en-GB"),
            CreatedAt = new DateTimeOffset(2026, 6, 3, 8, 0, 0, TimeSpan.Zero),
        };

        Assert.Equal(
            """
            Absences
            ========
            Mon, 1 June 2026 to Tue, 30 June 2026
            3 absences of 2 persons.

            Absent today, Wed, 3 June 2026
            ------------------------------
            Given Family: Vacation; until Fri, 5 June 2026

            Given Family
              - Vacation; Mon, 1 June 2026 to Fri, 5 June 2026
              - Sick day; Fri, 12 June 2026; first half of the day; pending

            Here Always

            Other Name
              - Vacation; from Sat, 20 June 2026; open end

            Public holidays and days off by the work schedule are not shown.
            This calendar contains personal data. Share it only with people who may see it.

            """.ReplaceLineEndings("\n"),
            CalendarMail.Render(calendar));
    }

    [Fact]
    public void A_mail_has_a_heading_for_each_group_and_the_words_of_its_culture()
    {
        AbsenceCalendar calendar = Away.June(
            Away.From("2026-06-01", "2026-06-06"), Away.From("2026-06-20", "2026-06-21", person: "2", id: "a-2")) with
        {
            Names = new Dictionary<string, string> { ["1"] = "Eins", ["2"] = "Zwei" },
            Groups = new Dictionary<string, string> { ["2"] = "Vertrieb" },
            Culture = CultureInfo.GetCultureInfo("de-DE"),
            Title = "Team Süd",
        };

        string mail = CalendarMail.Render(calendar);

        Assert.StartsWith(
            "Team Süd\n========\nMo, 1. Juni 2026 bis Di, 30. Juni 2026\n2 Abwesenheiten von 2 Personen.\n", mail,
            StringComparison.Ordinal);
        Assert.Contains("\nVertrieb\n--------\nZwei\n  - ", mail, StringComparison.Ordinal);
        Assert.Contains("\nOhne Abteilung\n--------------\nEins\n  - ", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_without_absences_shows_no_person_as_absent() => Assert.Contains(
        "\n\nNobody is absent.\n\n", CalendarMail.Render(Away.June()), StringComparison.Ordinal);

    [Fact]
    public void No_name_can_inject_a_line()
    {
        AbsenceCalendar calendar = Away.June(Away.From("2026-06-01", "2026-06-02", type: "a\r\nb\u2028c\u202Ed")) with
        {
            Names = new Dictionary<string, string> { ["1"] = "x\ny\u0000" },
        };

        Assert.Contains(
            "\nx y \n  - a  b c d; Mon, 01 June 2026\n", CalendarMail.Render(calendar), StringComparison.Ordinal);
    }
}
