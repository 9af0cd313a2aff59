namespace Personio.Client;

/// <summary>How much of a window has been read.</summary>
/// <param name="Window">The window.</param>
/// <param name="Pages">The number of pages received so far.</param>
/// <param name="Rows">The number of rows on these pages, including rows that belong to other windows.</param>
/// <param name="HasEnded">Whether reading has ended.</param>
/// <param name="Latency">How long the first page took; null until it has arrived.</param>
internal readonly record struct WindowProgress(
    DayWindow Window, int Pages, int Rows, bool HasEnded, TimeSpan? Latency = null);
