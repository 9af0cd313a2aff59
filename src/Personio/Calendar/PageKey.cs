using System.Text;
using Personio.Client;

namespace Personio;

/// <summary>What the letters, colours and shapes of a page mean.</summary>
internal static class PageKey
{
    /// <summary>Adds the key; of shapes it explains those that occur.</summary>
    public static void Add(StringBuilder page, TypeKey types, IReadOnlyList<Stay> stays)
    {
        page.Append("<section class=\"key\">\n<h2>Key</h2>\n<ul>\n");
        foreach (string type in types.Names)
        {
            string color = FormattableString.Invariant($"c{types.ColorOf(type)}");
            AddLine(page, color, CalendarText.Html(types.CodeOf(type)), type);
        }

        foreach ((string shape, string sign, string meaning) in Shapes(stays))
        {
            AddLine(page, shape, sign, meaning);
        }

        AddLine(page, "g", "", "Saturday, Sunday");
        AddLine(page, "d", "", "Today");
        page.Append("</ul>\n</section>\n");
    }

    private static IEnumerable<(string Shape, string Sign, string Meaning)> Shapes(IReadOnlyList<Stay> stays)
    {
        (bool Occurs, string Shape, string Sign, string Meaning)[] all =
        [
            (HasPart(stays, DayPart.FirstHalf), "c9 f", "", "First half of a day"),
            (HasPart(stays, DayPart.SecondHalf), "c9 s", "", "Second half of a day"),
            (HasPart(stays, DayPart.Hours), "c9 o", "<small>9:00</small>", "From one time to another"),
            (stays.Any(stay => MonthTables.IsPending(stay)), "c9 p", "?", "Not approved yet"),
            (stays.Any(stay => stay.Status == "rejected"), "c9 r", "x", "Rejected"),
            (stays.Any(stay => stay.Last is null), "c9 e", "\u2192", "Open end"),
        ];
        return all.Where(shape => shape.Occurs).Select(shape => (shape.Shape, shape.Sign, shape.Meaning));
    }

    private static bool HasPart(IReadOnlyList<Stay> stays, DayPart part) => stays.Any(stay =>
        stay.PartOf(stay.First) == part || (stay.Last is { } last && stay.PartOf(last) == part));

    // The sign is HTML.
    private static void AddLine(StringBuilder page, string shape, string sign, string meaning) => page
        .Add($"<li><b class=\"{shape}\">{sign}</b> {CalendarText.Html(meaning)}</li>\n");
}
