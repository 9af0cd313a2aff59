namespace Personio.Client;

/// <summary>
/// Cuts a span of days into windows, oldest first, that do not overlap and leave nothing out. It begins with short ones
/// and makes them as long as the rows of a day permit: many short pages cost requests, few deep ones cost time, because
/// the service gets slower with every page. Pure.
/// </summary>
internal sealed class WindowPlan
{
    // A quiet weekend must not make the next window a whole year.
    private const int MostGrowth = 4;

    // Towards the end windows get shorter: a long one that is left alone would take a round trip for each page again.
    private const int Endgame = 3;

    private readonly DayWindow _span;
    private readonly DateTime _end;
    private readonly int _rows;
    private readonly int _least;
    private DateTime? _next;
    private int _days;
    private long _seenRows;
    private long _seenDays;
    private bool _isDone;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null where there is none: then what lies after today is one window.</param>
    /// <param name="today">The present day.</param>
    /// <param name="least">The least length of a window, in days.</param>
    /// <param name="most">Into how many windows the days until the end, or today, are cut at most.</param>
    /// <param name="rows">How many rows a window should have.</param>
    public WindowPlan(
        DateTime from, DateTime? to, DateTime today, int least = 1, int most = int.MaxValue, int rows = 2000)
    {
        _span = new DayWindow(from.Date, to?.Date);
        _end = (to ?? today).Date;
        _next = _end >= _span.First ? _span.First : null;
        _isDone = _next is null && to is not null;
        _least = (int)Math.Max(least, ((_end - _span.First).Days + (long)most) / most);
        _days = _least;
        _rows = rows;
    }

    /// <summary>Whether the next window is the whole span.</summary>
    public bool IsWhole => _next == _span.First && _span.Last is not null && LastOf(_span.First) == _end;

    /// <summary>How much of the days until the end, or today, is done when a day is: 0 to 1.</summary>
    public double ShareUntil(DateTime day) =>
        Math.Clamp(((day - _span.First).Days + 1.0) / ((_end - _span.First).Days + 1.0), 0, 1);

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
            DateTime after = _end >= _span.First ? _end.AddDays(1) : _span.First;
            return new DayWindow(after, null, after == _span.First, IsLast: true);
        }

        DateTime last = LastOf(first);
        _next = last < _end ? last.AddDays(1) : null;
        _isDone = _next is null && _span.Last is not null;
        return new DayWindow(first, last, first == _span.First, _isDone);
    }

    /// <summary>Learns from a window how many rows come on a day; those after it are cut to measure.</summary>
    public void Learn(DayWindow window, int rows)
    {
        if (window.Days is not { } days)
        {
            return;
        }

        _seenRows += rows;
        _seenDays += days;
        double fitting = _seenRows == 0 ? double.MaxValue : _rows / (double)_seenRows * _seenDays;
        double most = Math.Max(_least, Math.Min(int.MaxValue, (double)days * MostGrowth));
        _days = (int)Math.Clamp(fitting, _least, most);
    }

    private DateTime LastOf(DateTime first)
    {
        int left = (_end - first).Days + 1;
        int days = Math.Min(_days, Math.Max(_least, left / Endgame));
        return left <= days ? _end : first.AddDays(days - 1);
    }
}
