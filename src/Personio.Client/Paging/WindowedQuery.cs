namespace Personio.Client;

/// <summary>A listing over a span of days that can be split into windows.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public sealed record WindowedQuery<T>
{
    /// <summary>The first day, inclusive.</summary>
    public required DateTime From { get; init; }

    /// <summary>The last day, inclusive; null for an open end.</summary>
    public DateTime? To { get; init; }

    /// <summary>Creates the request for a window. The response may include rows that belong to other windows.</summary>
    public required Func<DayWindow, ApiRequest> Request { get; init; }

    /// <summary>
    /// Receives the rows of the first page of the whole span, as a sample, if the span takes more than one page; the
    /// same rows are returned again with their windows. The sample is empty if <see cref="MinDays"/> is 1. Called on
    /// any thread; null if not needed.
    /// </summary>
    public Action<IReadOnlyList<T>>? Sampled { get; init; }

    /// <summary>The day of a row, or a moment on it, by which rows are ordered; null if the row has no day.</summary>
    public required Func<T, DateTime?> DayOf { get; init; }

    /// <summary>
    /// The minimum length of a window, in days. It should be about as long as rows last, because every cut costs
    /// duplicate rows. With 1, each row belongs to a single day.
    /// </summary>
    public int MinDays { get; init; } = 1;

    /// <summary>
    /// The day of the week on which windows should end, because the fewest rows continue past it; null for any.
    /// </summary>
    public DayOfWeek? CutDay { get; init; }

    /// <summary>The number of rows a window should have if each row belongs to a single day.</summary>
    public int WindowRows { get; init; } = 2000;
}
