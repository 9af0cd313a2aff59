namespace Personio.Client.Tests.Support;

/// <summary>
/// The windows of a plan read as the listing over days reads them, in a time of its own: a server that gets slower with
/// every page of a cursor, behind a bucket of ten requests that fills by ten a second.
/// </summary>
/// <param name="rows">How many rows a window has, those that belong to others included.</param>
internal sealed class WalkSimulation(Func<DayWindow, int> rows)
{
    private const double Rate = 10;
    private const double Burst = 10;
    private const int PageSize = 100;

    // As much of the bucket as the rate limiter leaves in it.
    private const double Reserve = 1.5;

    private readonly PriorityQueue<Walk, double> _answers = new();
    private readonly Queue<Walk> _waiting = new();
    private readonly Queue<Walk> _reads = new();
    private double _tokens = Burst;
    private double _asOf;

    /// <summary>Seconds that the first page of a window takes.</summary>
    public double Latency { get; init; } = 0.12;

    /// <summary>Seconds that every further page takes longer.</summary>
    public double Deeper { get; init; } = 0.009;

    /// <summary>The requests that were sent.</summary>
    public int Requests { get; private set; }

    /// <summary>The windows in their order.</summary>
    public List<DayWindow> Windows { get; } = [];

    /// <summary>The least time in which these requests can be answered, in seconds.</summary>
    public double Ideal => Latency + ((Requests - Burst) / Rate);

    /// <summary>Reads all windows after a first page.</summary>
    /// <returns>The seconds it took.</returns>
    public double Read(WindowPlanner plan)
    {
        Requests = 1;
        _tokens--;
        double now = Latency;
        while (true)
        {
            Begin(plan);
            Send(now);
            if (!_answers.TryPeek(out Walk? next, out double at) && _waiting.Count == 0)
            {
                return now;
            }

            double token = _waiting.Count == 0
                ? double.PositiveInfinity
                : now + ((1 + Reserve - _tokens) / Rate);
            now = next is null ? token : Math.Min(at, token);
            if (next is not null && at <= now)
            {
                _answers.Dequeue();
                Came(plan, next);
            }
        }
    }

    private void Came(WindowPlanner plan, Walk walk)
    {
        walk.Depth++;
        if (!walk.IsDone)
        {
            _waiting.Enqueue(walk);
        }

        while (_reads.TryPeek(out Walk? oldest) && oldest.IsDone)
        {
            plan.Learn(_reads.Dequeue().Window, oldest.Rows);
        }
    }

    private void Begin(WindowPlanner plan)
    {
        if (_reads.TryPeek(out Walk? oldest))
        {
            plan.LearnSoFar(oldest.Window, (oldest.Depth - 1) * PageSize);
        }

        while (plan.BeginsAnother(
                _reads.Count(read => !read.IsDone), _reads.Count, _reads.Select(read => read.Depth).DefaultIfEmpty().Max())
            && plan.Next() is { } window)
        {
            Windows.Add(window);
            var walk = new Walk(window, rows(window));
            _reads.Enqueue(walk);
            _waiting.Enqueue(walk);
        }
    }

    private void Send(double now)
    {
        _tokens = Math.Min(Burst, _tokens + ((now - _asOf) * Rate));
        _asOf = now;
        while (_tokens >= 1 + Reserve - 1e-9 && _waiting.TryDequeue(out Walk? walk))
        {
            _tokens--;
            Requests++;
            _answers.Enqueue(walk, now + Latency + Math.Min(0.6, Deeper * walk.Depth));
        }
    }

    private sealed class Walk(DayWindow window, int rows)
    {
        public DayWindow Window => window;

        public int Rows => rows;

        public int Depth { get; set; }

        public bool IsDone => Depth >= Math.Max(1, (rows + PageSize - 1) / PageSize);
    }
}
