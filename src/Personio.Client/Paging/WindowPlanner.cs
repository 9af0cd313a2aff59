namespace Personio.Client;

/// <summary>
/// Cuts a span of days into windows, oldest first, that do not overlap and leave nothing out. It begins with short ones
/// and makes them as long as the rows of a day permit: many short pages cost requests, few deep ones cost time, because
/// the service gets slower with every page. Pure.
/// </summary>
internal sealed class WindowPlanner
{
    // A quiet weekend must not make the next window a whole year.
    private const int MostGrowth = 4;

    // Toward the end windows get shorter: a long one that is left alone would take a round trip for each page again.
    private const int Endgame = 3;

    // Unless it is short anyhow: with this share of the rows that a window may have.
    private const double Few = 0.5;

    // Where cuts cost rows, the first window is that much shorter than the next ones, so as to be done soon: it tells how
    // many rows there are at all.
    private const int Probe = 2;

    // Once that is known, what is left is cut into this many parts at least, unless it is soon read by one: with this
    // share of the rows that a window may have.
    private const int FewestParts = 2;
    private const double Soon = 0.4;

    // So many windows may be done and wait for their turn, beside those that are read.
    private const int Waiting = 3;

    // How far a cut is moved to come on the day of the week that is wanted.
    private const int DaysMoved = 3;

    private readonly DayWindow _span;
    private readonly DateTime _end;
    private readonly int _rows;
    private readonly int _least;
    private readonly double _share;
    private readonly DayDensity _density;
    private readonly DayOfWeek? _cut;
    private DateTime? _next;

    // In days of average weight, of which each has so many rows; as long as that is unknown, null.
    private double _weight;
    private double? _rowsOfDay;
    private double _parts = FewestParts;
    private long _seenRows;
    private double _seenWeight;
    private bool _isDone;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null where there is none: then what lies after today is one window.</param>
    /// <param name="today">The present day.</param>
    /// <param name="least">The least length of a window, in days.</param>
    /// <param name="initial">
    /// Into how many windows the days until the end, or today, are cut as long as nothing is known of their rows.
    /// </param>
    /// <param name="rows">How many rows a window should have.</param>
    /// <param name="density">How the rows are spread over the days; null where nothing is known.</param>
    /// <param name="cut">The day of the week on which windows should end; null for any.</param>
    public WindowPlanner(
        DateTime from, DateTime? to, DateTime today, int least = 1, int initial = int.MaxValue, int rows = 2000,
        DayDensity? density = null, DayOfWeek? cut = null)
    {
        _span = new DayWindow(from.Date, to?.Date);
        _end = (to ?? today).Date;
        _next = _end >= _span.First ? _span.First : null;
        _isDone = _next is null && to is not null;
        _density = density ?? DayDensity.Even;
        _least = least;
        _share = _next is null ? least : Math.Max(least, Math.Ceiling(_density.Weight(_span.First, _end) / initial));
        _weight = _share;
        _rows = rows;
        _cut = cut;
    }

    // Rows that last longer than a day come with both windows where they go on over a cut.
    private bool CutsCost => _least > 1;

    /// <summary>Whether the next window is the whole span.</summary>
    public bool IsWhole => _next == _span.First && _span.Last is not null && LastOf(_span.First) == _end;

    /// <summary>
    /// Whether another window is begun: the slower the pages come, the more are read at once. Those that are done but
    /// for their turn hold up nobody: behind a weekend a bucket would idle.
    /// </summary>
    /// <param name="unfinished">How many windows are being read.</param>
    /// <param name="open">How many are, or wait for their turn.</param>
    /// <param name="depth">How many pages the deepest of them has given so far.</param>
    public bool BeginsAnother(int unfinished, int open, int depth)
    {
        int most = depth switch
        {
            // What is soon done needs no help, and every window costs a page.
            < 1 => 2,
            < 4 => 3,
            // How the rest is best cut is known when the first one is done.
            _ when CutsCost && _rowsOfDay is null => 3,
            < 12 => 4,
            < 24 => 5,
            _ => 6,
        };
        return unfinished < most && open < most + (_rowsOfDay is null ? 0 : Waiting);
    }

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
        _parts = _rowsOfDay is null ? _parts : Math.Max(1, Parts(_density.Weight(first, _end)) - 1);
        _next = last < _end ? last.AddDays(1) : null;
        _isDone = _next is null && _span.Last is not null;
        return new DayWindow(first, last, first == _span.First, _isDone);
    }

    /// <summary>Learns from a window how many rows come on a day; those after it are cut to measure.</summary>
    public void Learn(DayWindow window, int rows)
    {
        if (window.Last is { } last)
        {
            double weight = _density.Weight(window.First, last);
            _seenRows += rows;
            _seenWeight += weight;
            Fit(_seenRows / _seenWeight, (CutsCost ? Math.Max(weight, _share) : weight) * MostGrowth);
        }
    }

    /// <summary>Learns from a window that is not done how many rows it has at least.</summary>
    public void LearnSoFar(DayWindow window, int rows)
    {
        double rowsOfDay = window.Last is { } last ? rows / _density.Weight(window.First, last) : 0;
        if (rows > _rows && rowsOfDay > (_rowsOfDay ?? 0))
        {
            Fit(rowsOfDay, _weight);
        }
    }

    private void Fit(double rowsOfDay, double most)
    {
        _rowsOfDay = rowsOfDay;
        double fitting = rowsOfDay == 0 ? double.MaxValue : _rows / rowsOfDay;
        _weight = Math.Clamp(fitting, _least, Math.Max(_least, most));
    }

    private DateTime LastOf(DateTime first)
    {
        double left = _density.Weight(first, _end);
        double wanted = Math.Min(_weight, CutsCost ? Part(first, left) : Shortened(left));
        if (left <= wanted)
        {
            return _end;
        }

        DateTime least = (_end - first).Days < _least ? _end : first.AddDays(_least - 1);
        DateTime last = _density.LastOf(first, wanted);
        last = Moved(last > least ? last : least, least);
        // What is left would be shorter than windows should be.
        return last < _end && (_end - last).Days >= _least ? last : _end;
    }

    // Few enough parts, all alike: they end together.
    private double Part(DateTime first, double left) =>
        _rowsOfDay is not null ? left / Parts(left) : first == _span.First ? _share / Probe : _share;

    private double Parts(double left)
    {
        double rows = left * (_rowsOfDay ?? 0);
        return rows <= Soon * _rows ? 1 : Math.Max(_parts, Math.Ceiling(rows / _rows));
    }

    private double Shortened(double left) =>
        left * _rowsOfDay <= Few * _rows ? left : Math.Max(_share, left / Endgame);

    // The nearest such day of the week.
    private DateTime Moved(DateTime last, DateTime least)
    {
        if (_cut is not { } cut || last >= _end)
        {
            return last;
        }

        int later = ((int)cut - (int)last.DayOfWeek + 7) % 7;
        int days = later > DaysMoved && last.AddDays(later - 7) >= least ? later - 7 : later;
        return (_end - last).Days > days ? last.AddDays(days) : last;
    }
}
