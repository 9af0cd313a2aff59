using System.Net;

namespace Personio.Rest.Tests.Support;

/// <summary>A server that responds when the test tells it to.</summary>
internal sealed class HeldServer : HttpMessageHandler
{
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Queue<TaskCompletionSource<HttpResponseMessage>> _held = new();
    private int _most;

    /// <summary>Requests without an answer.</summary>
    public int UnderWay
    {
        get
        {
            lock (_held)
            {
                return _held.Count;
            }
        }
    }

    /// <summary>The maximum number of concurrent requests.</summary>
    public int MostUnderWay => _most;

    /// <summary>Completes when another request has arrived.</summary>
    public async Task ArrivedAsync() => Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(20)));

    /// <summary>Answers the oldest request.</summary>
    public void AnswerOne() => Next().SetResult(new HttpResponseMessage(HttpStatusCode.OK));

    /// <summary>Makes the oldest request fail.</summary>
    public void FailOne() => Next().SetException(new HttpRequestException("The line is cut."));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_held)
        {
            _held.Enqueue(answer);
            _most = Math.Max(_most, _held.Count);
        }

        _arrived.Release();
        return answer.Task;
    }

    protected override void Dispose(bool disposing)
    {
        _arrived.Dispose();
        base.Dispose(disposing);
    }

    private TaskCompletionSource<HttpResponseMessage> Next()
    {
        lock (_held)
        {
            return _held.Dequeue();
        }
    }
}
