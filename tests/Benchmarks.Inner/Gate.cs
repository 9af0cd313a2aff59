using BenchmarkDotNet.Attributes;
using Personio.Rest.Http;

namespace Personio.Benchmarks.Inner;

/// <summary>The token bucket: one request and its response, with as many requests in flight as in a pipeline.</summary>
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
        // Advances by a microsecond, so that every request has a different time and the bucket is never empty.
        _now += 1e-6;
        double wait = _gate.TryTake(_now);
        _underWay.Enqueue(_now);
        if (_underWay.Count >= UnderWay)
        {
            _gate.RecordCompletion(_underWay.Dequeue(), _now, new RateLimitHeaders(1e9, 1e9, 1e9));
        }

        return wait;
    }
}
