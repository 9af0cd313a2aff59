using Personio.Rest.Http;

namespace Personio.Rest.Tests.Http;

public sealed class TurnQueueTests
{
    [Fact]
    public async Task A_caller_with_one_request_waits_for_only_one_of_the_caller_with_a_hundred()
    {
        var queue = new TurnQueue();
        object bulk = new();
        object small = new();
        var order = new List<object>();
        await queue.EnterAsync(bulk, default);
        Task[] waiting =
        [
            .. Enumerable.Range(0, 100).Select(_ => bulk).Append(small)
                .Select(caller => RunAsync(queue, caller, order)),
        ];

        queue.Leave();
        await Task.WhenAll(waiting);

        Assert.InRange(order.IndexOf(small), 0, 1);
        Assert.Equal(101, order.Count);
    }

    [Fact]
    public async Task Requests_of_one_caller_keep_their_order()
    {
        var queue = new TurnQueue();
        var order = new List<int>();
        await queue.EnterAsync(queue, default);
        Task[] waiting = [.. Enumerable.Range(0, 50).Select(async number =>
        {
            await queue.EnterAsync(queue, default);
            order.Add(number);
            queue.Leave();
        })];

        queue.Leave();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(0, 50), order);
    }

    [Fact]
    public async Task A_canceled_waiter_is_skipped_and_the_queue_stays_open()
    {
        var queue = new TurnQueue();
        using var stop = new CancellationTokenSource();
        await queue.EnterAsync(queue, default);
        Task gone = queue.EnterAsync(stop, stop.Token);
        Task next = queue.EnterAsync(queue, default);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        queue.Leave();
        await next.WaitAsync(TimeSpan.FromSeconds(20));
        queue.Leave();
        await queue.EnterAsync(stop, default).WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task RunAsync(TurnQueue queue, object caller, List<object> order)
    {
        await queue.EnterAsync(caller, default);
        order.Add(caller);
        queue.Leave();
    }
}
