using Personio.Sandbox.Http;

namespace Personio.Sandbox;

/// <summary>The API requests in order of arrival, and how many were in flight at the same time.</summary>
internal sealed class RequestLog
{
    // Bounded, so that a benchmark does not fill the memory with its own history.
    private const int Capacity = 100_000;

    private readonly object _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();
    private int _inFlight;

    public int MaxInFlight { get; private set; }

    /// <summary>The number of requests currently in flight, without token requests.</summary>
    public int InFlight
    {
        get
        {
            lock (_gate)
            {
                return _inFlight;
            }
        }
    }

    public int TokenRequests { get; private set; }

    /// <summary>The total number of requests, including those no longer kept.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them were rejected by a rate limit.</summary>
    public int Refused { get; private set; }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            MaxInFlight = _inFlight;
            TokenRequests = Total = Refused = 0;
        }
    }

    /// <summary>Records the start of a request; token requests do not count as in flight.</summary>
    public RecordedRequest Begin(HttpRequest request, bool isSession)
    {
        var record = new RecordedRequest(request, DateTimeOffset.UtcNow);
        lock (_gate)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(record);
            Total++;
            if (isSession)
            {
                TokenRequests++;
            }
            else
            {
                MaxInFlight = Math.Max(MaxInFlight, ++_inFlight);
            }
        }

        return record;
    }

    /// <summary>
    /// Records the end of a request. Called before its response is sent, because the next request may follow
    /// immediately.
    /// </summary>
    public void End(RecordedRequest record, bool isSession)
    {
        lock (_gate)
        {
            Refused += record.Status == 429 ? 1 : 0;
            _inFlight -= isSession ? 0 : 1;
        }
    }
}
