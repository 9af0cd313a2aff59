namespace Personio.Client;

/// <summary>
/// Cuts a span of days into windows, oldest first, that do not overlap and leave nothing out. Many windows cost
/// requests, because each ends with a page that is not full; few deep ones cost time, because a walk from page to page
/// waits for each, and the service gets slower with every page. Pure.
/// </summary>
internal abstract class WindowPlanner
{
    /// <summary>How many rows a page has at most.</summary>
    protected const int PageSize = 100;

    // How far a cut is moved to come on the day of the week that is wanted.
    private const int DaysMoved = 3;

    private readonly DayWindow _span;
    private readonly int _least;
    private readonly DayOfWeek? _cut;
    private DateTime? _next;
    private bool _isDone;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null where there is none: then what lies after today is one window.</param>
    /// <param name="today">The present day.</param>
    /// <param name="least">The least length of a window, in days.</param>
    /// <param name="density">How the rows are spread over the days.</param>
    /// <param name="cut">The day of the week on which windows should end; null for any.</param>
    protected WindowPlanner(
        DateTime from, DateTime? to, DateTime today, int least, DayDensity density, DayOfWeek? cut)
    {
        _span = new DayWindow(from.Date, to?.Date);
        End = (to ?? today).Date;
        _next = End >= _span.First ? _span.First : null;
        _isDone = _next is null && to is not null;
        _least = least;
        _cut = cut;
        Density = density;
        Total = _next is null ? 0 : density.Weight(_span.First, End);
    }

    /// <summary>Whether the next window is the whole span.</summary>
    public bool IsWhole => _next == _span.First && _span.Last is not null && LastOf(_span.First) == End;

    /// <summary>Whether a window tells something only when all before it have ended.</summary>
    public abstract bool LearnsInOrder { get; }

    /// <summary>The last day of the span, or today.</summary>
    protected DateTime End { get; }

    /// <summary>How the rows are spread over the days.</summary>
    protected DayDensity Density { get; }

    /// <summary>What the days until the end, or today, weigh: as many as there are.</summary>
    protected double Total { get; }

    /// <summary>How much of the days until the end, or today, is done when a day is: 0 to 1.</summary>
    public double ShareUntil(DateTime day) =>
        Math.Clamp(((day - _span.First).Days + 1.0) / ((End - _span.First).Days + 1.0), 0, 1);

    /// <summary>Whether another window is begun now.</summary>
    /// <param name="reads">Those that are read, or wait for their turn, oldest first.</param>
    public abstract bool BeginsAnother(IReadOnlyList<WindowProgress> reads);

    /// <summary>Learns from a window that has ended; those after it are cut to measure.</summary>
    public abstract void Learn(WindowProgress read);

    /// <summary>The next window; null when there is none left.</summary>
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
        Began(window);
        return window;
    }

    /// <summary>How much the next window should weigh.</summary>
    /// <param name="left">What all days weigh that are not in a window yet.</param>
    protected abstract double Wanted(double left);

    /// <summary>Notes that a window was cut.</summary>
    protected virtual void Began(DayWindow window)
    {
    }

    /// <summary>What the days weigh that are not in a window yet.</summary>
    protected double Left => _next is { } first ? Density.Weight(first, End) : 0;

    /// <summary>What the days of a window weigh; 0 where it has no end.</summary>
    protected double WeightOf(DayWindow window) => window.Last is { } last ? Density.Weight(window.First, last) : 0;

    private DateTime LastOf(DateTime first)
    {
        double left = Density.Weight(first, End);
        double wanted = Wanted(left);
        if (left <= wanted)
        {
            return End;
        }

        DateTime least = (End - first).Days < _least ? End : first.AddDays(_least - 1);
        DateTime last = Density.LastOf(first, wanted);
        last = Moved(last > least ? last : least, least);
        // What is left would be shorter than windows should be.
        return last < End && (End - last).Days >= _least ? last : End;
    }

    // The nearest such day of the week.
    private DateTime Moved(DateTime last, DateTime least)
    {
        if (_cut is not { } cut || last >= End)
        {
            return last;
        }

        int later = ((int)cut - (int)last.DayOfWeek + 7) % 7;
        int days = later > DaysMoved && last.AddDays(later - 7) >= least ? later - 7 : later;
        return (End - last).Days > days ? last.AddDays(days) : last;
    }
}
