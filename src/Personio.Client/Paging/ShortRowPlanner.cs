namespace Personio.Client;

/// <summary>
/// Cuts days whose rows each belong to one of them, so that a cut costs no more than a page that is not full. It begins
/// with a day and makes windows as long as the rows of a day permit. Pure.
/// </summary>
internal sealed class ShortRowPlanner : WindowPlanner
{
    // A quiet weekend must not make the next window a whole year.
    private const int MostGrowth = 4;

    // Toward the end windows get shorter: a long one that is left alone would take a round trip for each page again.
    private const int Endgame = 3;

    // Unless it is short anyhow: with this share of the rows that a window may have.
    private const double Few = 0.5;

    // So many windows may be done and wait for their turn, beside those that are read: behind a weekend the bucket would
    // idle.
    private const int Waiting = 3;

    private readonly int _rows;

    // In days, of which each has so many rows; as long as that is unknown, null.
    private double _length = 1;
    private double? _rowsOfDay;
    private long _seenRows;
    private double _seenDays;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null where there is none: then what lies after today is one window.</param>
    /// <param name="today">The present day.</param>
    /// <param name="rows">How many rows a window should have.</param>
    public ShortRowPlanner(DateTime from, DateTime? to, DateTime today, int rows = 2000)
        : base(from, to, today, least: 1, DayDensity.Even, cut: null) => _rows = rows;

    /// <inheritdoc/>
    /// <remarks>A quiet weekend is read sooner than the days before it.</remarks>
    public override bool LearnsInOrder => true;

    /// <inheritdoc/>
    /// <remarks>The slower the pages come, the more windows are read at once.</remarks>
    public override bool BeginsAnother(IReadOnlyList<WindowProgress> reads)
    {
        if (reads.Count > 0)
        {
            LearnSoFar(reads[0]);
        }

        int most = reads.Select(read => read.Pages).DefaultIfEmpty().Max() switch
        {
            // What is soon done needs no help, and every window costs a page.
            < 1 => 2,
            < 4 => 3,
            < 12 => 4,
            < 24 => 5,
            _ => 6,
        };
        return reads.Count(read => !read.HasEnded) < most
            && reads.Count < most + (_rowsOfDay is null ? 0 : Waiting);
    }

    /// <inheritdoc/>
    public override void Learn(WindowProgress read)
    {
        double days = WeightOf(read.Window);
        if (days > 0)
        {
            _seenRows += read.Rows;
            _seenDays += days;
            Fit(_seenRows / _seenDays, days * MostGrowth);
        }
    }

    /// <inheritdoc/>
    protected override double Wanted(double left) => Math.Min(
        _length, left * _rowsOfDay <= Few * _rows ? left : Math.Max(1, left / Endgame));

    // A window that is not done has so many rows at least.
    private void LearnSoFar(WindowProgress read)
    {
        int rows = (read.Pages - 1) * PageSize;
        double days = WeightOf(read.Window);
        double rowsOfDay = days > 0 ? rows / days : 0;
        if (rows > _rows && rowsOfDay > (_rowsOfDay ?? 0))
        {
            Fit(rowsOfDay, _length);
        }
    }

    private void Fit(double rowsOfDay, double most)
    {
        _rowsOfDay = rowsOfDay;
        double fitting = rowsOfDay == 0 ? double.MaxValue : _rows / rowsOfDay;
        _length = Math.Clamp(fitting, 1, Math.Max(1, most));
    }
}
