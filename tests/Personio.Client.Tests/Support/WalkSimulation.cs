using Personio.Rest.Http;

namespace Personio.Client.Tests.Support;

/// <summary>
/// The windows of a plan, read as a list over days reads them, in simulated time: through the module's own gate,
/// from a server that gets slower with every page of a cursor and refuses requests beyond its bucket.
/// </summary>
/// <param name="rows">The number of rows in a window, including those that belong to other windows.</param>
internal sealed class WalkSimulation(Func<DayWindow, int> rows)
{
    private const int PageSize = 100;
    private const double SlowestPage = 0.6;

    private readonly TokenBucket _gate = new(new Pacing(Rate: 8, Burst: 4, Ceiling: 30));
    private readonly PriorityQueue<Action, double> _events = new();
    private readonly Queue<Walk> _waiting = new();
    private readonly List<Walk> _reads = [];
    private readonly HashSet<Walk> _learned = [];
    private bool _isAsking;
    private double _now;
    private double _left;
    private double _leftAt;

    /// <summary>Seconds that the first page of a window takes.</summary>
    public double Latency { get; init; } = 0.12;

    /// <summary>Additional seconds for every further page.</summary>
    public double Deeper { get; init; } = 0.009;

    /// <summary>The refill rate of the server's bucket, in requests per second.</summary>
    public double Rate { get; init; } = 10;

    /// <summary>The capacity of the bucket, in requests.</summary>
    public double Burst { get; init; } = 10;

    /// <summary>Whether answers announce the bucket.</summary>
    public bool IsAnnounced { get; init; } = true;

    /// <summary>The requests that were sent.</summary>
    public int Requests { get; private set; }

    /// <summary>The requests that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>The windows in their order.</summary>
    public List<DayWindow> Windows { get; } = [];

    /// <summary>The minimum time for this many requests, starting with a full bucket, in seconds.</summary>
    public double Ideal(int requests) => Latency + Math.Max(0, (requests - Burst) / Rate);

    /// <summary>Reads a first page, and then all windows.</summary>
    /// <returns>The seconds it took.</returns>
    public double Read(WindowPlanner plan)
    {
        _left = Burst;
        _waiting.Enqueue(new Walk(default, 1));
        Send(plan);
        while (_events.TryDequeue(out Action? next, out double at))
        {
            _now = at;
            next();
        }

        return _now;
    }

    private void Send(WindowPlanner plan)
    {
        while (!_isAsking && _waiting.TryPeek(out Walk? walk))
        {
            // As the handler does: timers are whole milliseconds, rounded up.
            double wait = Math.Ceiling(_gate.TryTake(_now) * 1000) / 1000;
            if (wait > 0)
            {
                _isAsking = true;
                _events.Enqueue(
                    () =>
                    {
                        _isAsking = false;
                        Send(plan);
                    },
                    _now + wait);
                return;
            }

            _waiting.Dequeue();
            Requests++;
            double sentAt = _now;
            _events.Enqueue(() => Arrived(plan, walk, sentAt), _now + (Latency / 2));
        }
    }

    private void Arrived(WindowPlanner plan, Walk walk, double sentAt)
    {
        _left = Math.Min(Burst, _left + ((_now - _leftAt) * Rate));
        _leftAt = _now;
        bool isServed = _left >= 1;
        _left -= isServed ? 1 : 0;
        RateLimitHeaders? announced = IsAnnounced ? new RateLimitHeaders(Rate, Burst, Math.Floor(_left)) : null;
        double thinking = isServed ? Math.Min(SlowestPage, Deeper * walk.Depth) : 0;
        _events.Enqueue(() => Responded(plan, walk, sentAt, isServed, announced), _now + (Latency / 2) + thinking);
    }

    private void Responded(WindowPlanner plan, Walk walk, double sentAt, bool isServed, RateLimitHeaders? announced)
    {
        _gate.RecordCompletion(sentAt, _now, announced);
        if (!isServed)
        {
            Refused++;
            _gate.RecordRefusal(sentAt, _now, 0);
            _events.Enqueue(
                () =>
                {
                    _waiting.Enqueue(walk);
                    Send(plan);
                },
                _now + RetryDelay.DefaultRefillDelay.TotalSeconds);
            return;
        }

        walk.Latency ??= TimeSpan.FromSeconds(_now - walk.BegunAt);
        walk.Depth++;
        if (!walk.IsDone)
        {
            _waiting.Enqueue(walk);
        }

        foreach (Walk read in (plan.LearnsInOrder
                ? _reads.TakeWhile(one => one.IsDone)
                : _reads.Where(one => one.IsDone))
            .Where(_learned.Add))
        {
            plan.Learn(read.Progress);
        }

        // Those before it are written first.
        while (_reads is [{ IsDone: true }, ..])
        {
            _reads.RemoveAt(0);
        }

        Begin(plan);
        Send(plan);
    }

    private void Begin(WindowPlanner plan)
    {
        while (plan.ShouldStartAnother([.. _reads.Select(read => read.Progress)]) && plan.Next() is { } window)
        {
            Windows.Add(window);
            var walk = new Walk(window, rows(window)) { BegunAt = _now };
            _reads.Add(walk);
            _waiting.Enqueue(walk);
        }
    }

    private sealed class Walk(DayWindow window, int rows)
    {
        public WindowProgress Progress => new(window, Depth, Math.Min(rows, Depth * PageSize), IsDone, Latency);

        public double BegunAt { get; init; }

        public TimeSpan? Latency { get; set; }

        public int Depth { get; set; }

        public bool IsDone => Depth >= Math.Max(1, (rows + PageSize - 1) / PageSize);
    }
}
