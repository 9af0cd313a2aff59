using Personio.Sandbox.Http;

namespace Personio.Sandbox;

/// <summary>What was asked of the API, in order of arrival, and how much of it at the same time.</summary>
internal sealed class RequestLog
{
    // A benchmark must not fill the memory with its own history.
    private const int Capacity = 100_000;

    private readonly object _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();
    private int _inFlight;

    public int MaxInFlight { get; private set; }

    /// <summary>The requests that are being handled now; those for tokens do not count.</summary>
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

    /// <summary>How many requests there were, those that are no longer kept included.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them were refused because of the rate.</summary>
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

    /// <summary>Notes a request that begins; token requests do not count as in flight.</summary>
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

    /// <summary>Notes that a request is done, before its response is sent: the next may come at once.</summary>
    public void End(RecordedRequest record, bool isSession)
    {
        lock (_gate)
        {
            Refused += record.Status == 429 ? 1 : 0;
            _inFlight -= isSession ? 0 : 1;
        }
    }
}
