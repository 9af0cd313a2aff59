using Personio.Client;

namespace Personio;

/// <summary>One cell of a person's row: a day, or several days of one absence that takes them as a whole.</summary>
/// <param name="Day">Its first day.</param>
/// <param name="Count">How many days it has.</param>
/// <param name="Stays">The absences on them.</param>
internal sealed record MonthCell(DateTime Day, int Count, IReadOnlyList<CalendarEntry> Stays);

/// <summary>Lays out the days of a person.</summary>
internal static class MonthRow
{
    /// <summary>The cells from one day to another, both inclusive.</summary>
    public static IEnumerable<MonthCell> Cells(IReadOnlyList<CalendarEntry> stays, DateTime first, DateTime last)
    {
        MonthCell? open = null;
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            CalendarEntry[] here = [.. stays.Where(stay => stay.IsOn(day)).OrderBy(stay => OrderOf(stay, day))];
            bool isBar = here is [{ } only] && only.PartOf(day) == DayPart.Whole;
            if (isBar && open?.Stays[0] == here[0])
            {
                open = open with { Count = open.Count + 1 };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            var cell = new MonthCell(day, 1, here);
            open = isBar ? cell : null;
            if (!isBar)
            {
                yield return cell;
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    // A morning stands to the left of an afternoon.
    private static int OrderOf(CalendarEntry stay, DateTime day) => stay.PartOf(day) switch
    {
        DayPart.FirstHalf => 0,
        DayPart.SecondHalf => 1,
        _ => 2,
    };
}
