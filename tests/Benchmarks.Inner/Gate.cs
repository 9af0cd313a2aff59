using BenchmarkDotNet.Attributes;
using Personio.Rest.Http;

namespace Personio.Benchmarks.Inner;

/// <summary>The token bucket: one request through it and back, with as many under way as a pipeline has.</summary>
[MemoryDiagnoser]
public class Gate
{
    private readonly TokenBucket _gate = new(new Pacing());
    private readonly Queue<double> _underWay = new();
    private double _now;

    [Params(1, 16)]
    public int UnderWay { get; set; }

    [Benchmark]
    public double Request()
    {
        // A microsecond further each time: every request has a time of its own, and the bucket is never empty.
        _now += 1e-6;
        double wait = _gate.TryTake(_now);
        _underWay.Enqueue(_now);
        if (_underWay.Count >= UnderWay)
        {
            _gate.Ended(_underWay.Dequeue(), _now, new RateLimitHeaders(1e9, 1e9, 1e9));
        }

        return wait;
    }
}
