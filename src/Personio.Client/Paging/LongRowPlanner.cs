namespace Personio.Client;

/// <summary>
/// Cuts days whose rows last for several of them: those that go on over a cut may come twice, so the cuts are few and
/// lie where a first page of the whole span says that windows hold as many rows each. Some are begun at once; when the
/// first of them is done, it is known how many pages there are at all, and the rest is cut so that all end together. Pure.
/// </summary>
internal sealed class LongRowPlanner : WindowPlanner
{
    // What is known of the service: how many pages of absences it gives in a second, and how many seconds each further
    // page of a walk takes longer.
    private const double PagesPerSecond = 10;
    private const double Deeper = 0.009;

    // Three walks use what the service gives, and one more where its answers take so many seconds.
    private const int Walks = 3;
    private const double Slow = 0.15;

    // The first window is written first; the others are the larger ones.
    private const double FirstShare = 0.2;
    private const double Share = 0.22;

    // Once it is known how many pages there are, so many more are read at once.
    private const int MoreWalks = 2;

    // The rest is one window up to so many pages, and never more windows than this.
    private const double Few = 8;
    private const int MostParts = 8;

    // A page is an example by chance: a window may well have this much more than was thought.
    private const double Caution = 1.3;

    // Seconds of the quickest first page of a window: the very first one of a process takes longer for other reasons.
    private double _latency;
    private int _walks = Walks;
    private int _begun;
    private int _parts;
    private bool _hasLearned;
    private long _seenRows;
    private double _seenWeight;

    /// <summary>Plans the windows of a span.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null where there is none: then what lies after today is one window.</param>
    /// <param name="today">The present day.</param>
    /// <param name="least">The least length of a window, in days.</param>
    /// <param name="density">How the rows are spread over the days.</param>
    /// <param name="cut">The day of the week on which windows should end; null for any.</param>
    public LongRowPlanner(
        DateTime from, DateTime? to, DateTime today, int least, DayDensity? density = null, DayOfWeek? cut = null)
        : base(from, to, today, least, density ?? DayDensity.Even, cut)
    {
    }

    /// <inheritdoc/>
    public override bool LearnsInOrder => false;

    private bool IsMeasured => _seenWeight > 0;

    private double PagesOfWeight => _seenRows / _seenWeight / PageSize;

    /// <inheritdoc/>
    public override bool BeginsAnother(IReadOnlyList<WindowProgress> reads)
    {
        _latency = reads.Min(read => read.Latency)?.TotalSeconds ?? _latency;
        if (_latency >= Slow && !IsMeasured && reads.All(read => read.Latency is not null))
        {
            _walks = Walks + 1;
        }

        if (_hasLearned)
        {
            _hasLearned = false;
            _parts = PartsOf(Left * PagesOfWeight, reads);
        }

        return _begun < _walks
            || (IsMeasured && reads.Count(read => !read.HasEnded) < _walks + MoreWalks)
            // Whatever has no end to be measured by.
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
    protected override double Wanted(double left)
    {
        double wanted = _begun < _walks ? Total * (_begun == 0 ? FirstShare : Share) : left / Math.Max(1, _parts);
        return left < Caution * wanted ? left : wanted;
    }

    /// <inheritdoc/>
    protected override void Began(DayWindow window)
    {
        _parts -= _begun < _walks ? 0 : 1;
        _begun++;
    }

    // As few as can be read in the time that all that is left takes anyhow.
    private int PartsOf(double pages, IReadOnlyList<WindowProgress> reads)
    {
        double others = reads.Where(read => !read.HasEnded)
            .Sum(read => Math.Max(1, (WeightOf(read.Window) * PagesOfWeight) - read.Pages));
        int parts = 1;
        while (parts < MostParts && pages / parts > Few
            && SecondsOf(Caution * pages / parts) > (pages + others + parts) / PagesPerSecond)
        {
            parts++;
        }

        return parts;
    }

    private double SecondsOf(double pages) => pages * (_latency + (Deeper * pages / 2));
}
