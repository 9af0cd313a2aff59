using Personio.Client;

namespace Personio;

/// <summary>One cell of a person's row: a day, or consecutive whole days of one absence.</summary>
/// <param name="Day">The first day of the cell.</param>
/// <param name="Count">The number of days.</param>
/// <param name="Entries">The absences on these days.</param>
internal sealed record MonthCell(DateTime Day, int Count, IReadOnlyList<CalendarEntry> Entries);

/// <summary>Lays out the days of a person.</summary>
internal static class MonthRow
{
    /// <summary>The cells from the first day to the last, both inclusive.</summary>
    public static IEnumerable<MonthCell> Cells(IReadOnlyList<CalendarEntry> entries, DateTime first, DateTime last)
    {
        MonthCell? open = null;
        for (DateTime day = first; day <= last; day = day.AddDays(1))
        {
            CalendarEntry[] dayEntries =
                [.. entries.Where(entry => entry.IsOn(day)).OrderBy(entry => OrderOf(entry, day))];
            bool isBar = dayEntries is [{ } only] && only.PartOf(day) == DayPart.Whole;
            if (isBar && open?.Entries[0] == dayEntries[0])
            {
                open = open with { Count = open.Count + 1 };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            var cell = new MonthCell(day, 1, dayEntries);
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
    private static int OrderOf(CalendarEntry entry, DateTime day) => entry.PartOf(day) switch
    {
        DayPart.FirstHalf => 0,
        DayPart.SecondHalf => 1,
        _ => 2,
    };
}
