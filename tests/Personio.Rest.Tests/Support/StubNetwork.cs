using System.Collections.Concurrent;

namespace Personio.Rest.Tests.Support;

internal delegate Task<HttpResponseMessage> Responder(SentRequest request, CancellationToken cancellationToken);

/// <summary>Stands in for the network. Returns prepared responses, records all requests, and throws on unexpected ones.
/// </summary>
internal sealed class StubNetwork : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Responder>> _once = new();
    private readonly ConcurrentDictionary<string, Responder> _always = new();
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private int _underWay;

    public IReadOnlyList<SentRequest> TokenRequests =>
        [.. _sent.Where(sent => sent.Uri.AbsolutePath == "/v2/auth/token")];

    /// <summary>All requests but those for a token.</summary>
    public IReadOnlyList<SentRequest> Calls => [.. _sent.Where(sent => sent.Uri.AbsolutePath != "/v2/auth/token")];

    /// <summary>Requests that have not been answered yet.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Answers the next requests of a route, for example <c>GET /v2/persons</c>, in this order.</summary>
    public StubNetwork On(string route, params HttpResponseMessage[] answers)
    {
        foreach (HttpResponseMessage answer in answers)
        {
            On(route, (_, _) => Task.FromResult(answer));
        }

        return this;
    }

    /// <summary>Makes the next request of a route fail.</summary>
    public StubNetwork On(string route, Exception fault) => On(route, (_, _) => throw fault);

    public StubNetwork On(string route, Responder responder)
    {
        _once.GetOrAdd(route, _ => new()).Enqueue(responder);
        return this;
    }

    /// <summary>Answers every request of a route for which no prepared response is left.</summary>
    public StubNetwork Always(string route, Func<SentRequest, HttpResponseMessage> answer) =>
        Always(route, (request, _) => Task.FromResult(answer(request)));

    public StubNetwork Always(string route, Responder responder)
    {
        _always[route] = responder;
        return this;
    }

    /// <summary>Completes when this many more requests have arrived since the last wait.</summary>
    public async Task ArrivedAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(20)), "A request was expected and did not come.");
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            SentRequest sent = await SentRequest.OfAsync(request);
            _sent.Enqueue(sent);
            _arrived.Release();
            Responder responder = _once.TryGetValue(sent.Route, out ConcurrentQueue<Responder>? queue)
                && queue.TryDequeue(out Responder? next)
                    ? next
                    : _always.GetValueOrDefault(sent.Route)
                        ?? throw new InvalidOperationException($"Nobody expected {sent.Method} {sent.Uri}.");
            return await responder(sent, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
