namespace Personio.Client;

/// <summary>How far the reading of a window has come.</summary>
/// <param name="Window">The window.</param>
/// <param name="Pages">How many pages came so far.</param>
/// <param name="Rows">How many rows they had, those that belong to other windows included.</param>
/// <param name="HasEnded">Whether nothing more comes.</param>
/// <param name="Latency">How long its first page took; null as long as that has not come.</param>
internal readonly record struct WindowProgress(
    DayWindow Window, int Pages, int Rows, bool HasEnded, TimeSpan? Latency = null);
