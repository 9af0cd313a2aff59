using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>
/// Lets requests go out exactly as fast as the server refills the bucket of their endpoint, those of each caller by turns.
/// </summary>
internal sealed class RateLimitHandler(
    HttpMessageHandler inner, TimeProvider time, Pacing pacing, BucketHeaders? bucket) : DelegatingHandler(inner)
{
    // Beside a greedy program one in ten requests or fewer is served: a bucket from which nobody got anything for so long
    // is taken for closed.
    private const double ServingSeconds = 10;

    // Below this a wait is not worth a line.
    private static readonly TimeSpan s_worthTelling = TimeSpan.FromSeconds(0.5);

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
        double sentAt = await PassAsync(lane, context, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage? response = null;
        try
        {
            // The body has come as well by then.
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            context.IsBucketServing = Note(lane, sentAt, response);
            lane.Places?.Release();
        }
    }

    // When the request was let through, on the clock of the gates. It has taken one of the places then.
    private async Task<double> PassAsync(Lane lane, CallContext context, CancellationToken cancellationToken)
    {
        // Only the head of the queue looks at the bucket, so nobody is overtaken but by a caller whose turn it is.
        await lane.Queue.EnterAsync(context.Log, cancellationToken).ConfigureAwait(false);
        bool isThrough = false;
        bool hasPlace = false;
        try
        {
            // A place before a token: one that waits for an answer to come must not let its token grow old.
            hasPlace = await TakePlaceAsync(lane, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                double now = Now;
                TimeSpan wait = TryTake(lane, now, isForced: context.Waited >= RetryDelay.Longest);
                if (wait == TimeSpan.Zero)
                {
                    isThrough = true;
                    return now;
                }

                // Beyond the longest wait it goes out all the same: the server may refuse it then.
                wait = wait > RetryDelay.Longest - context.Waited ? RetryDelay.Longest - context.Waited : wait;
                context.Waited += wait;

                if (wait >= s_worthTelling)
                {
                    context.Log.TellWait($"Pacing {context.Describe()} to the rate limit", wait);
                }

                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (hasPlace && !isThrough)
            {
                lane.Places?.Release();
            }

            lane.Queue.Leave();
        }
    }

    private static async Task<bool> TakePlaceAsync(Lane lane, CancellationToken cancellationToken)
    {
        await (lane.Places?.WaitAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        return true;
    }

    private static TimeSpan TryTake(Lane lane, double now, bool isForced)
    {
        lock (lane)
        {
            if (isForced)
            {
                lane.Gate.Take(now);
                return TimeSpan.Zero;
            }

            // A slow bucket may ask for more than a timer takes; the bucket is asked again anyway.
            double seconds = Math.Min(lane.Gate.TryTake(now), RetryDelay.Longest.TotalSeconds);
            // Timers round down to a millisecond: round up, or the last bit would spin.
            return TimeSpan.FromMilliseconds(Math.Ceiling(seconds * 1000));
        }
    }

    // Whether it served somebody shortly before.
    private bool Note(Lane lane, double sentAt, HttpResponseMessage? response)
    {
        HttpResponseHeaders? headers = response?.Headers;
        lock (lane)
        {
            lane.Gate.Ended(sentAt, Now, headers is null ? null : bucket?.Read(headers));
            if (response?.StatusCode == HttpStatusCode.TooManyRequests)
            {
                TimeSpan? asked = RetryDelay.Asked(headers, time.GetUtcNow());
                lane.Gate.Refused(sentAt, Now, asked is { } wait && wait <= RetryDelay.Longest ? wait.TotalSeconds : 0);
            }
            else if (response is not null)
            {
                lane.ServedAt = Now;
            }

            return Now - lane.ServedAt <= ServingSeconds;
        }
    }

    // CA1001: a semaphore without a wait handle holds nothing; who comes after the session's end still has to pass.
#pragma warning disable CA1001
    private sealed class Lane(Pacing pacing)
#pragma warning restore CA1001
    {
        public SemaphoreSlim? Places { get; } = pacing.InFlight is { } most ? new(most, most) : null;

        public TurnQueue Queue { get; } = new();

        public TokenBucket Gate { get; } = new(pacing);

        public double ServedAt { get; set; } = double.NegativeInfinity;
    }
}
