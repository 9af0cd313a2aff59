using Personio.Rest.Http;

namespace Personio.Rest.Tests.Support;

/// <summary>
/// A server with a token bucket, requests with random latency, and programs that send as much as they can through their
/// gates. Time is simulated, chance is seeded.
/// </summary>
internal sealed class BucketSimulation(double rate, double burst, int seed)
{
    // CA5394: repeatable randomness is intended.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Action, double> _events = new();
    private double _now;
    private double _left;
    private double _leftAt;

    /// <summary>The minimum and maximum one-way latency, in seconds.</summary>
    public (double Least, double Most) Travel { get; init; } = (0.02, 0.06);

    /// <summary>The processing time of the server after it has taken the token, in seconds.</summary>
    public double Thinking { get; init; }

    /// <summary>The maximum number of concurrent requests of a program.</summary>
    public int Window { get; init; } = 20;

    /// <summary>The tokens per second that a program without a rate limiter takes from the same bucket.</summary>
    public double OthersRate { get; init; }

    /// <summary>Whether that program sends at random times instead of steadily.</summary>
    public bool IsIrregular { get; init; }

    /// <summary>Whether answers announce the bucket.</summary>
    public bool IsAnnounced { get; init; } = true;

    /// <summary>Whether the server counts the requests of each second instead of filling a bucket.</summary>
    public bool CountsSeconds { get; init; }

    /// <summary>The Retry-After of a refusal, in seconds.</summary>
    public double RetryAfter { get; init; }

    /// <summary>The second from which requests are counted.</summary>
    public double CountsFrom { get; init; }

    /// <summary>The programs with a rate limiter; the second begins a second later.</summary>
    public Program[] Programs { get; init; } = [new()];

    /// <summary>The program without a rate limiter.</summary>
    public Program Others { get; } = new();

    public int Served => Programs.Sum(program => program.Served);

    public int Refused => Programs.Sum(program => program.Refused);

    public BucketSimulation Run(double seconds)
    {
        _left = burst;
        if (OthersRate > 0)
        {
            At(0.5, TakeForOthers);
        }

        for (int i = 0; i < Programs.Length; i++)
        {
            Program program = Programs[i];
            At(i, () => Ask(program));
        }

        while (_events.TryDequeue(out Action? next, out double when) && when < seconds)
        {
            _now = when;
            next();
        }

        return this;
    }

    private void At(double when, Action what) => _events.Enqueue(what, when);

    private double Trip() => Travel.Least + (_random.NextDouble() * (Travel.Most - Travel.Least));

    private void Ask(Program program)
    {
        if (program.IsAsking || program.InFlight >= Window)
        {
            return;
        }

        // As the handler does: timers are whole milliseconds, rounded up.
        double wait = Math.Ceiling(program.Gate.TryTake(_now) * 1000) / 1000;
        if (wait > 0)
        {
            program.IsAsking = true;
            At(_now + wait, () =>
            {
                program.IsAsking = false;
                Ask(program);
            });
            return;
        }

        program.InFlight++;
        double sentAt = _now;
        At(_now + Trip(), () => Arrive(program, sentAt));
        Ask(program);
    }

    private void Arrive(Program program, double sentAt)
    {
        bool served = Take(program);
        RateLimitHeaders? announced = IsAnnounced ? new RateLimitHeaders(rate, burst, Math.Floor(_left)) : null;
        At(_now + Thinking + Trip(), () =>
        {
            program.InFlight--;
            program.Gate.RecordCompletion(sentAt, _now, announced);
            if (!served)
            {
                program.Gate.RecordRefusal(sentAt, _now, RetryAfter);
            }

            Ask(program);
        });
    }

    private void TakeForOthers()
    {
        Take(Others);
        double pause = IsIrregular ? -Math.Log(1 - _random.NextDouble()) : 1;
        At(_now + (pause / OthersRate), TakeForOthers);
    }

    private bool Take(Program program)
    {
        double refilled = CountsSeconds
            ? (Math.Floor(_now) - Math.Floor(_leftAt)) * burst
            : (_now - _leftAt) * rate;
        _left = Math.Min(burst, _left + refilled);
        _leftAt = _now;
        bool served = _left >= 1;
        _left -= served ? 1 : 0;
        if (_now >= CountsFrom)
        {
            program.Served += served ? 1 : 0;
            program.Refused += served ? 0 : 1;
        }

        return served;
    }
#pragma warning restore CA5394

    /// <summary>A consumer of the bucket.</summary>
    internal sealed class Program(Pacing? pacing = null)
    {
        public TokenBucket Gate { get; } = new(pacing ?? new Pacing(Ceiling: 30));

        public bool IsAsking { get; set; }

        public int InFlight { get; set; }

        public int Served { get; set; }

        public int Refused { get; set; }
    }
}
