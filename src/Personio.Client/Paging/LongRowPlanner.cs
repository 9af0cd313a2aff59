namespace Personio.Client;

/// <summary>
/// Plans windows for rows that span several days. A row that crosses a cut may be returned twice, so there are few
/// cuts, placed so that the windows should hold equal numbers of rows, judging by a first page of the whole span. A few
/// windows start right away. Once one of them is complete, the total number of pages can be estimated, and the
/// remaining days are cut so that all windows finish together. Does no I/O.
/// </summary>
internal sealed class LongRowPlanner : WindowPlanner
{
    // The service delivers this many pages of absences per second, and each further page of a walk takes this many
    // seconds longer.
    private const double PagesPerSecond = 10;
    private const double SecondsPerDeeperPage = 0.009;

    // Three concurrent walks use the service's full throughput; four if its latency reaches SlowLatencySeconds.
    private const int InitialWalks = 3;
    private const double SlowLatencySeconds = 0.15;

    // The first window is smaller because its rows are written first.
    private const double FirstWindowShare = 0.2;
    private const double WindowShare = 0.22;

    // Once the number of pages can be estimated, this many more windows are read concurrently.
    private const int ExtraWalks = 2;

    // The remaining days stay one window up to this many pages, and are never cut into more than MaxParts windows.
    private const double MinPagesToSplit = 8;
    private const int MaxParts = 8;

    // The first page is a random sample: a window may hold this many times its estimate.
    private const double SafetyFactor = 1.3;

    // The fastest first page of any window, in seconds: the first request of a process is slow for other reasons.
    private double _latency;
    private int _walks = InitialWalks;
    private int _started;
    private int _parts;
    private bool _hasLearned;
    private long _seenRows;
    private double _seenWeight;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null for an open end, which makes the days after today one window.</param>
    /// <param name="today">The current day.</param>
    /// <param name="minDays">The minimum length of a window, in days.</param>
    /// <param name="density">How the rows are spread over the days.</param>
    /// <param name="cut">The day of the week on which windows should end; null for any.</param>
    public LongRowPlanner(
        DateTime from, DateTime? to, DateTime today, int minDays, DayDensity? density = null, DayOfWeek? cut = null)
        : base(from, to, today, minDays, density ?? DayDensity.Even, cut)
    {
    }

    /// <inheritdoc/>
    public override bool LearnsInOrder => false;

    private bool IsMeasured => _seenWeight > 0;

    private double PagesPerWeight => _seenRows / _seenWeight / PageSize;

    /// <inheritdoc/>
    public override bool ShouldStartAnother(IReadOnlyList<WindowProgress> reads)
    {
        _latency = reads.Min(read => read.Latency)?.TotalSeconds ?? _latency;
        if (_latency >= SlowLatencySeconds && !IsMeasured && reads.All(read => read.Latency is not null))
        {
            _walks = InitialWalks + 1;
        }

        if (_hasLearned)
        {
            _hasLearned = false;
            _parts = PartsOf(RemainingWeight * PagesPerWeight, reads);
        }

        return _started < _walks
            || (IsMeasured && reads.Count(read => !read.HasEnded) < _walks + ExtraWalks)
            // A window without an end cannot be measured; read it alone.
            || reads.Count == 0;
    }

    /// <inheritdoc/>
    public override void Learn(WindowProgress read)
    {
        double weight = WeightOf(read.Window);
        if (weight > 0)
        {
            _seenRows += read.Rows;
            _seenWeight += weight;
            _hasLearned = true;
        }
    }

    /// <inheritdoc/>
    protected override double PreferredWeight(double left)
    {
        double wanted = _started < _walks
            ? Total * (_started == 0 ? FirstWindowShare : WindowShare)
            : left / Math.Max(1, _parts);
        return left < SafetyFactor * wanted ? left : wanted;
    }

    /// <inheritdoc/>
    protected override void OnWindowCut(DayWindow window)
    {
        _parts -= _started < _walks ? 0 : 1;
        _started++;
    }

    // The smallest number of windows that does not take longer than all remaining pages take anyway.
    private int PartsOf(double pages, IReadOnlyList<WindowProgress> reads)
    {
        double others = reads.Where(read => !read.HasEnded)
            .Sum(read => Math.Max(1, (WeightOf(read.Window) * PagesPerWeight) - read.Pages));
        int parts = 1;
        while (parts < MaxParts && pages / parts > MinPagesToSplit
            && SecondsOf(SafetyFactor * pages / parts) > (pages + others + parts) / PagesPerSecond)
        {
            parts++;
        }

        return parts;
    }

    private double SecondsOf(double pages) => pages * (_latency + (SecondsPerDeeperPage * pages / 2));
}
