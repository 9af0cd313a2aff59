using Personio.Client.Http;

namespace Personio.Client.Tests.Support;

/// <summary>
/// A server with a token bucket, requests that travel for a random time, and a client that sends all it can through its
/// gate. Time is simulated, chance is seeded.
/// </summary>
internal sealed class BucketSimulation(double rate, double burst, int seed)
{
    // CA5394: chance that can be repeated is the point.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Action, double> _events = new();
    private readonly RateGate _gate = new();
    private double _now;
    private double _left;
    private double _leftAt;
    private int _inFlight;
    private bool _asking;

    /// <summary>The shortest and the longest way from one side to the other, in seconds.</summary>
    public (double Least, double Most) Travel { get; init; } = (0.02, 0.06);

    /// <summary>How many requests the client has under way at most.</summary>
    public int Window { get; init; } = 20;

    /// <summary>What another program takes from the same bucket, each second.</summary>
    public double OthersRate { get; init; }

    public int Served { get; private set; }

    public int Refused { get; private set; }

    public BucketSimulation Run(double seconds)
    {
        _left = burst;
        if (OthersRate > 0)
        {
            At(0.5, TakeForOthers);
        }

        Ask();
        while (_events.TryDequeue(out Action? next, out double when) && when < seconds)
        {
            _now = when;
            next();
        }

        return this;
    }

    private void At(double when, Action what) => _events.Enqueue(what, when);

    private double Trip() => Travel.Least + (_random.NextDouble() * (Travel.Most - Travel.Least));

    private void Ask()
    {
        if (_asking || _inFlight >= Window)
        {
            return;
        }

        // As the handler does: timers are whole milliseconds, rounded up.
        double wait = Math.Ceiling(_gate.TryTake(_now) * 1000) / 1000;
        if (wait > 0)
        {
            _asking = true;
            At(_now + wait, () =>
            {
                _asking = false;
                Ask();
            });
            return;
        }

        _inFlight++;
        double sentAt = _now;
        At(_now + Trip(), () => Arrive(sentAt));
        Ask();
    }

    private void Arrive(double sentAt)
    {
        Refill();
        bool served = _left >= 1;
        _left -= served ? 1 : 0;
        Served += served ? 1 : 0;
        Refused += served ? 0 : 1;
        var announced = new BucketState(rate, burst, Math.Floor(_left));
        At(_now + Trip(), () =>
        {
            _inFlight--;
            _gate.Ended(sentAt, _now, announced);
            if (!served)
            {
                _gate.Refused(_now, 0);
            }

            Ask();
        });
    }

    private void TakeForOthers()
    {
        Refill();
        _left = Math.Max(0, _left - 1);
        At(_now + (1 / OthersRate), TakeForOthers);
    }

    private void Refill()
    {
        _left = Math.Min(burst, _left + ((_now - _leftAt) * rate));
        _leftAt = _now;
    }
#pragma warning restore CA5394
}
