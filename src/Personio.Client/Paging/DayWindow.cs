namespace Personio.Client;

/// <summary>A range of days within a longer span, inclusive and without a time zone.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; null if the span has no end.</param>
/// <param name="IsFirst">Whether the span begins with this window.</param>
/// <param name="IsLast">Whether the span ends with this window.</param>
public readonly record struct DayWindow(DateTime First, DateTime? Last, bool IsFirst = true, bool IsLast = true)
{
    /// <summary>The number of days; null if the span has no end.</summary>
    public int? Days => Last is { } last ? (last - First).Days + 1 : null;

    /// <summary>
    /// Whether a row of this day belongs to this window. Every day belongs to exactly one window: days before the span
    /// to the first one, days after it to the last one. A row without a day belongs to any window that returns it.
    /// </summary>
    public bool Owns(DateTime? day) =>
        day is not { } known || ((IsFirst || known.Date >= First) && (IsLast || known.Date <= Last));
}
