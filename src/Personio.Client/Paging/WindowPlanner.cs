namespace Personio.Client;

/// <summary>
/// Splits a span of days into windows, oldest first, without gaps or overlaps. Many windows cost requests, because each
/// ends with a partly filled page. A few deep ones cost time, because a walk waits for every page, and the service gets
/// slower with each one. Does no I/O.
/// </summary>
internal abstract class WindowPlanner
{
    /// <summary>The maximum number of rows on a page.</summary>
    protected const int PageSize = 100;

    // How many days a cut may be moved to fall on the preferred day of the week.
    private const int MaxShiftDays = 3;

    private readonly DayWindow _span;
    private readonly int _minDays;
    private readonly DayOfWeek? _cutDay;
    private DateTime? _next;
    private bool _isDone;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null for an open end, which makes the days after today one window.</param>
    /// <param name="today">The current day.</param>
    /// <param name="minDays">The minimum length of a window, in days.</param>
    /// <param name="density">How the rows are spread over the days.</param>
    /// <param name="cut">The day of the week on which windows should end; null for any.</param>
    protected WindowPlanner(
        DateTime from, DateTime? to, DateTime today, int minDays, DayDensity density, DayOfWeek? cut)
    {
        _span = new DayWindow(from.Date, to?.Date);
        End = (to ?? today).Date;
        _next = End >= _span.First ? _span.First : null;
        _isDone = _next is null && to is not null;
        _minDays = minDays;
        _cutDay = cut;
        Density = density;
        Total = _next is null ? 0 : density.Weight(_span.First, End);
    }

    /// <summary>Whether the next window covers the whole span.</summary>
    public bool IsWhole => _next == _span.First && _span.Last is not null && LastOf(_span.First) == End;

    /// <summary>Whether a window is only representative once all earlier ones are complete.</summary>
    public abstract bool LearnsInOrder { get; }

    /// <summary>The last day of the span; today if the span has no end.</summary>
    protected DateTime End { get; }

    /// <summary>How the rows are spread over the days.</summary>
    protected DayDensity Density { get; }

    /// <summary>The weight of all days up to <see cref="End"/>, which equals their number.</summary>
    protected double Total { get; }

    /// <summary>The share of the days up to <see cref="End"/> that is done after a day: 0 to 1.</summary>
    public double ShareUntil(DateTime day) =>
        Math.Clamp(((day - _span.First).Days + 1.0) / ((End - _span.First).Days + 1.0), 0, 1);

    /// <summary>Whether to start another window now.</summary>
    /// <param name="reads">The windows being read or waiting for their turn, oldest first.</param>
    public abstract bool ShouldStartAnother(IReadOnlyList<WindowProgress> reads);

    /// <summary>Learns from a complete window, to size the ones after it.</summary>
    public abstract void Learn(WindowProgress read);

    /// <summary>Returns the next window; null if none is left.</summary>
    public DayWindow? Next()
    {
        if (_isDone)
        {
            return null;
        }

        if (_next is not { } first)
        {
            _isDone = true;
            DateTime after = End >= _span.First ? End.AddDays(1) : _span.First;
            return new DayWindow(after, null, after == _span.First, IsLast: true);
        }

        DateTime last = LastOf(first);
        _next = last < End ? last.AddDays(1) : null;
        _isDone = _next is null && _span.Last is not null;
        var window = new DayWindow(first, last, first == _span.First, _isDone);
        OnWindowCut(window);
        return window;
    }

    /// <summary>Returns the preferred weight of the next window.</summary>
    /// <param name="left">The weight of all days that are not in a window yet.</param>
    protected abstract double PreferredWeight(double left);

    /// <summary>Called when a window has been cut.</summary>
    protected virtual void OnWindowCut(DayWindow window)
    {
    }

    /// <summary>The weight of the days that are not in a window yet.</summary>
    protected double RemainingWeight => _next is { } first ? Density.Weight(first, End) : 0;

    /// <summary>The weight of the days of a window; 0 if it has no end.</summary>
    protected double WeightOf(DayWindow window) => window.Last is { } last ? Density.Weight(window.First, last) : 0;

    private DateTime LastOf(DateTime first)
    {
        double left = Density.Weight(first, End);
        double preferred = PreferredWeight(left);
        if (left <= preferred)
        {
            return End;
        }

        DateTime minLast = (End - first).Days < _minDays ? End : first.AddDays(_minDays - 1);
        DateTime last = Density.LastOf(first, preferred);
        last = ShiftToCutDay(last > minLast ? last : minLast, minLast);
        // Otherwise the rest would be shorter than a window may be.
        return last < End && (End - last).Days >= _minDays ? last : End;
    }

    // The nearest day that is the preferred day of the week.
    private DateTime ShiftToCutDay(DateTime last, DateTime minLast)
    {
        if (_cutDay is not { } cut || last >= End)
        {
            return last;
        }

        int later = ((int)cut - (int)last.DayOfWeek + 7) % 7;
        int days = later > MaxShiftDays && last.AddDays(later - 7) >= minLast ? later - 7 : later;
        return (End - last).Days > days ? last.AddDays(days) : last;
    }
}
