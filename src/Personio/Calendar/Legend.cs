using System.Text;
using Personio.Client;

namespace Personio;

/// <summary>The legend of a page: the meaning of letters, colors, and shapes.</summary>
internal static class Legend
{
    /// <summary>Adds the legend. Only shapes that occur are explained.</summary>
    public static void Add(
        StringBuilder page, TypeLegend types, IReadOnlyList<CalendarEntry> entries, AbsenceCalendar calendar)
    {
        CalendarFormatter words = calendar.Wording;
        page.Add($"<section class=\"key\">\n<h2>{CalendarText.Html(words.Words.Key)}</h2>\n<ul>\n");
        foreach (string type in types.Names)
        {
            string color = FormattableString.Invariant($"c{types.ColorOf(type)}");
            AddLine(page, color, CalendarText.Html(types.CodeOf(type)), type);
        }

        foreach ((string shape, string sign, string meaning) in Shapes(entries, words.Words))
        {
            AddLine(page, shape, sign, words.Capitalize(meaning));
        }

        AddLine(page, "g", "", words.Words.Weekend);
        if (calendar.HasToday)
        {
            AddLine(page, "d", "", words.Words.Today);
        }

        page.Append("</ul>\n</section>\n");
    }

    private static IEnumerable<(string Shape, string Sign, string Meaning)> Shapes(
        IReadOnlyList<CalendarEntry> entries, CalendarWords words)
    {
        (bool Occurs, string Shape, string Sign, string Meaning)[] all =
        [
            (HasPart(entries, DayPart.FirstHalf), "c9 f", "", words.Half.First),
            (HasPart(entries, DayPart.SecondHalf), "c9 s", "", words.Half.Second),
            (HasPart(entries, DayPart.Hours), "c9 o", "<small>9:00</small>", words.Hourly),
            (entries.Any(entry => MonthTables.IsPending(entry)), "c9 p", "?", words.NotApproved),
            (entries.Any(entry => entry.Status == "rejected"), "c9 r", "x", words.Status.Rejected),
            (entries.Any(entry => entry.Last is null), "c9 e", "\u2192", words.OpenEnd),
        ];
        return all.Where(shape => shape.Occurs).Select(shape => (shape.Shape, shape.Sign, shape.Meaning));
    }

    private static bool HasPart(IReadOnlyList<CalendarEntry> entries, DayPart part) => entries.Any(entry =>
        entry.PartOf(entry.First) == part || (entry.Last is { } last && entry.PartOf(last) == part));

    // The sign is already HTML.
    private static void AddLine(StringBuilder page, string shape, string sign, string meaning) => page
        .Add($"<li><b class=\"{shape}\">{sign}</b> {CalendarText.Html(meaning)}</li>\n");
}
