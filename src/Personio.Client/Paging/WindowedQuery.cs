namespace Personio.Client;

/// <summary>A listing over a span of days that may be cut into windows.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public sealed record WindowedQuery<T>
{
    /// <summary>The first day, inclusive.</summary>
    public required DateTime From { get; init; }

    /// <summary>The last day, inclusive; null where everything later is wanted.</summary>
    public DateTime? To { get; init; }

    /// <summary>Makes the request for a window. Rows that belong to other windows may come as well.</summary>
    public required Func<DayWindow, ApiRequest> Request { get; init; }

    /// <summary>
    /// Hears of the rows of a first page of the whole span where they are an example of all; they come again with their
    /// windows. Called on any thread. Null where nobody does.
    /// </summary>
    public Action<IReadOnlyList<T>>? Sampled { get; init; }

    /// <summary>The day of a row, or a moment on it, by which rows are ordered; null where it names none.</summary>
    public required Func<T, DateTime?> DayOf { get; init; }

    /// <summary>
    /// How long a window is at least, in days: as long as rows last, or every cut costs rows that come twice. With one
    /// day, each row belongs to no more than its own.
    /// </summary>
    public int MinDays { get; init; } = 1;

    /// <summary>The day of the week on which windows should end, where fewest rows go on; null for any.</summary>
    public DayOfWeek? CutDay { get; init; }

    /// <summary>How many rows a window should have once it is known how many come on a day, where each row belongs to one.</summary>
    public int WindowRows { get; init; } = 2000;
}
