using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>
/// Sends requests exactly as fast as the server refills the bucket of their endpoint, with callers taking turns.
/// </summary>
internal sealed class RateLimitHandler(
    HttpMessageHandler inner, TimeProvider time, Pacing pacing, BucketHeaders? bucket) : DelegatingHandler(inner)
{
    // Next to a greedy program, one in ten requests or fewer is served. A bucket that has served nobody for this long
    // is considered closed.
    private const double ServingWindowSeconds = 10;

    // Shorter waits are not worth a log entry.
    private static readonly TimeSpan s_minReportedWait = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly long _start = time.GetTimestamp();

    private double Now => time.GetElapsedTime(_start).TotalSeconds;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext context = CallContext.From(request);
        if (context.BucketKey is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        Lane lane = _lanes.GetOrAdd(pacing.IsShared ? "" : context.BucketKey, _ => new Lane(context.Pacing ?? pacing));
        double sentAt = await WaitForTurnAsync(lane, context, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage? response = null;
        try
        {
            // The body has been received by then, too.
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            context.IsBucketServing = RecordCompletion(lane, sentAt, response);
            lane.Slots?.Release();
        }
    }

    // Returns when the request was let through, on the clock of the buckets. The request then holds one of the places.
    private async Task<double> WaitForTurnAsync(Lane lane, CallContext context, CancellationToken cancellationToken)
    {
        // Only the head of the queue looks at the bucket, so a request is only overtaken by a caller whose turn it is.
        await lane.Queue.EnterAsync(context.Log, cancellationToken).ConfigureAwait(false);
        bool isAdmitted = false;
        bool hasSlot = false;
        try
        {
            // A place before a token: a request that waits for an answer to arrive must not let its token grow old.
            hasSlot = await AcquireSlotAsync(lane, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                double now = Now;
                TimeSpan wait = TryTake(lane, now, isForced: context.Waited >= RetryDelay.MaxDelay);
                if (wait == TimeSpan.Zero)
                {
                    isAdmitted = true;
                    return now;
                }

                // After the longest wait the request is sent anyway; the server may refuse it.
                wait = wait > RetryDelay.MaxDelay - context.Waited ? RetryDelay.MaxDelay - context.Waited : wait;
                context.Waited += wait;

                if (wait >= s_minReportedWait)
                {
                    context.Log.LogWait($"Pacing {context.Describe()} to the rate limit", wait);
                }

                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (hasSlot && !isAdmitted)
            {
                lane.Slots?.Release();
            }

            lane.Queue.Leave();
        }
    }

    private static async Task<bool> AcquireSlotAsync(Lane lane, CancellationToken cancellationToken)
    {
        await (lane.Slots?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        return true;
    }

    private static TimeSpan TryTake(Lane lane, double now, bool isForced)
    {
        lock (lane)
        {
            if (isForced)
            {
                lane.Bucket.Take(now);
                return TimeSpan.Zero;
            }

            // A slow bucket may want a longer wait than a timer accepts; the bucket is checked again anyway.
            double seconds = Math.Min(lane.Bucket.TryTake(now), RetryDelay.MaxDelay.TotalSeconds);
            // Timers round down to a millisecond: round up, or the remainder would spin.
            return TimeSpan.FromMilliseconds(Math.Ceiling(seconds * 1000));
        }
    }

    // Returns whether the bucket served a request shortly before.
    private bool RecordCompletion(Lane lane, double sentAt, HttpResponseMessage? response)
    {
        HttpResponseHeaders? headers = response?.Headers;
        lock (lane)
        {
            lane.Bucket.RecordCompletion(sentAt, Now, headers is null ? null : bucket?.Read(headers));
            if (response?.StatusCode == HttpStatusCode.TooManyRequests)
            {
                TimeSpan? requested = RetryDelay.ReadRetryAfter(headers, time.GetUtcNow());
                lane.Bucket.RecordRefusal(
                    sentAt, Now, requested is { } wait && wait <= RetryDelay.MaxDelay ? wait.TotalSeconds : 0);
            }
            else if (response is not null)
            {
                lane.LastServedAt = Now;
            }

            return Now - lane.LastServedAt <= ServingWindowSeconds;
        }
    }

    // CA1001: a semaphore without a wait handle owns no resources, and requests that arrive after the session ended
    // still have to pass.
#pragma warning disable CA1001
    private sealed class Lane(Pacing pacing)
#pragma warning restore CA1001
    {
        public SemaphoreSlim? Slots { get; } = pacing.InFlight is { } max ? new(max, max) : null;

        public TurnQueue Queue { get; } = new();

        public TokenBucket Bucket { get; } = new(pacing);

        public double LastServedAt { get; set; } = double.NegativeInfinity;
    }
}
