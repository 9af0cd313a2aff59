namespace Personio.Client;

/// <summary>Some days out of a longer span, all inclusive, on nobody's clock in particular.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; null where the span has no end.</param>
/// <param name="IsFirst">Whether the span begins here.</param>
/// <param name="IsLast">Whether the span ends here.</param>
public readonly record struct DayWindow(DateTime First, DateTime? Last, bool IsFirst = true, bool IsLast = true)
{
    /// <summary>How many days; null where there is no end.</summary>
    public int? Days => Last is { } last ? (last - First).Days + 1 : null;

    /// <summary>
    /// Whether a row of this day belongs here. Every day belongs to one window: those before the span to the first one,
    /// those after it to the last one. A row that names no day belongs wherever it comes.
    /// </summary>
    public bool Owns(DateTime? day) =>
        day is not { } known || ((IsFirst || known.Date >= First) && (IsLast || known.Date <= Last));
}
