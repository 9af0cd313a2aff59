namespace Personio.Client.Tests.Support;

/// <summary>The windows of a plan, and their progress.</summary>
internal static class Windows
{
    /// <summary>A window that has ended with this many rows.</summary>
    public static WindowProgress Ended(DayWindow window, int rows) =>
        new(window, Math.Max(1, (rows + 99) / 100), rows, true);

    /// <summary>A window that continues after this many full pages.</summary>
    public static WindowProgress Begun(DayWindow window, int pages) => new(window, pages, pages * 100, false);

    /// <summary>All windows of a plan, each read to its end before the next is planned.</summary>
    public static IEnumerable<DayWindow> All(WindowPlanner plan, Func<DayWindow, int> rows)
    {
        while (plan.ShouldStartAnother([]) && plan.Next() is { } window)
        {
            yield return window;
            plan.Learn(Ended(window, rows(window)));
        }
    }
}
