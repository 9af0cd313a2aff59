namespace Personio.Client;

/// <summary>
/// Plans windows for rows that each belong to a single day, so that a cut costs no more than a partly filled page.
/// Starts with a window of one day and makes later ones as long as the number of rows per day permits. Does no I/O.
/// </summary>
internal sealed class ShortRowPlanner : WindowPlanner
{
    // A quiet weekend must not make the next window a whole year long.
    private const int MaxGrowthFactor = 4;

    // Windows get shorter toward the end: a long one left alone would again take a round trip for each page.
    private const int EndingDivisor = 3;

    // Unless the remaining days hold at most this share of a window's rows: then they become one window.
    private const double RemainderShare = 0.5;

    // This many finished windows may wait for their turn, in addition to those being read. Otherwise the rate limit
    // would go unused after a quiet weekend.
    private const int MaxFinishedWaiting = 3;

    private readonly int _targetRows;

    // In days. The number of rows per day is null until it is known.
    private double _length = 1;
    private double? _rowsPerDay;
    private long _seenRows;
    private double _seenDays;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null for an open end, which makes the days after today one window.</param>
    /// <param name="today">The current day.</param>
    /// <param name="rows">The number of rows a window should have.</param>
    public ShortRowPlanner(DateTime from, DateTime? to, DateTime today, int rows = 2000)
        : base(from, to, today, minDays: 1, DayDensity.Even, cut: null) => _targetRows = rows;

    /// <inheritdoc/>
    /// <remarks>A quiet weekend completes sooner than the busier days before it.</remarks>
    public override bool LearnsInOrder => true;

    /// <inheritdoc/>
    /// <remarks>The longer windows take, the more of them are read concurrently.</remarks>
    public override bool ShouldStartAnother(IReadOnlyList<WindowProgress> reads)
    {
        if (reads.Count > 0)
        {
            LearnSoFar(reads[0]);
        }

        int max = reads.Select(read => read.Pages).DefaultIfEmpty().Max() switch
        {
            // A listing that is almost done needs no help, and every window costs a page.
            < 1 => 2,
            < 4 => 3,
            < 12 => 4,
            < 24 => 5,
            _ => 6,
        };
        return reads.Count(read => !read.HasEnded) < max
            && reads.Count < max + (_rowsPerDay is null ? 0 : MaxFinishedWaiting);
    }

    /// <inheritdoc/>
    public override void Learn(WindowProgress read)
    {
        double days = WeightOf(read.Window);
        if (days > 0)
        {
            _seenRows += read.Rows;
            _seenDays += days;
            Fit(_seenRows / _seenDays, days * MaxGrowthFactor);
        }
    }

    /// <inheritdoc/>
    protected override double PreferredWeight(double left) => Math.Min(
        _length, left * _rowsPerDay <= RemainderShare * _targetRows ? left : Math.Max(1, left / EndingDivisor));

    // A window that is still being read has at least the rows of its full pages.
    private void LearnSoFar(WindowProgress read)
    {
        int rows = (read.Pages - 1) * PageSize;
        double days = WeightOf(read.Window);
        double rowsPerDay = days > 0 ? rows / days : 0;
        if (rows > _targetRows && rowsPerDay > (_rowsPerDay ?? 0))
        {
            Fit(rowsPerDay, _length);
        }
    }

    private void Fit(double rowsPerDay, double max)
    {
        _rowsPerDay = rowsPerDay;
        double fitting = rowsPerDay == 0 ? double.MaxValue : _targetRows / rowsPerDay;
        _length = Math.Clamp(fitting, 1, Math.Max(1, max));
    }
}
