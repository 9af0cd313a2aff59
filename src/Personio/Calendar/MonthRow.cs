using Personio.Client;

namespace Personio;

/// <summary>One cell of a person's row: a day, or consecutive whole days of one absence.</summary>
/// <param name="Day">The first day of the cell.</param>
/// <param name="Count">The number of days.</param>
/// <param name="Stays">The absences on these days.</param>
internal sealed record MonthCell(DateTime Day, int Count, IReadOnlyList<CalendarEntry> Stays);

/// <summary>Lays out the days of a person.</summary>
internal static class MonthRow
{
    /// <summary>The cells from the first day to the last, both inclusive.</summary>
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

    // Mornings are drawn to the left of afternoons.
    private static int OrderOf(CalendarEntry stay, DateTime day) => stay.PartOf(day) switch
    {
        DayPart.FirstHalf => 0,
        DayPart.SecondHalf => 1,
        _ => 2,
    };
}
