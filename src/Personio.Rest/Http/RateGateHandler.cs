using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace Personio.Rest.Http;

/// <summary>
/// Lets requests go out exactly as fast as the server refills the bucket of their endpoint, those of each caller by turns.
/// </summary>
internal sealed class RateGateHandler(
    HttpMessageHandler inner, TimeProvider time, Pacing pacing, BucketHeaders? bucket) : DelegatingHandler(inner)
{
    // Below this a wait is not worth a line.
    private static readonly TimeSpan s_worthTelling = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly long _start = time.GetTimestamp();

    private double Now => time.GetElapsedTime(_start).TotalSeconds;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext context = CallContext.Of(request);
        if (context.Gate is null)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        Lane lane = _lanes.GetOrAdd(pacing.IsShared ? "" : context.Gate, _ => new Lane(context.Pacing ?? pacing));
        double sentAt = await PassAsync(lane, context, cancellationToken).ConfigureAwait(false);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            Note(lane, sentAt, response);
        }
    }

    // When the request was let through, on the clock of the gates.
    private async Task<double> PassAsync(Lane lane, CallContext context, CancellationToken cancellationToken)
    {
        // Only the head of the queue looks at the gate, so nobody is overtaken but by a caller whose turn it is.
        await lane.Queue.EnterAsync(context.Log, cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                double now = Now;
                TimeSpan wait = TryTake(lane, now, isForced: context.Waited >= RetryDelay.Longest);
                if (wait == TimeSpan.Zero)
                {
                    return now;
                }

                // Beyond the longest wait it goes out all the same: the server may refuse it then.
                wait = wait > RetryDelay.Longest - context.Waited ? RetryDelay.Longest - context.Waited : wait;
                context.Waited += wait;

                if (wait >= s_worthTelling)
                {
                    context.Log.TellWait($"Pacing {context.Description} to the rate limit", wait);
                }

                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            lane.Queue.Leave();
        }
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

            // A slow bucket may ask for more than a timer takes; the gate is asked again anyway.
            double seconds = Math.Min(lane.Gate.TryTake(now), RetryDelay.Longest.TotalSeconds);
            // Timers round down to a millisecond: round up, or the last bit would spin.
            return TimeSpan.FromMilliseconds(Math.Ceiling(seconds * 1000));
        }
    }

    private void Note(Lane lane, double sentAt, HttpResponseMessage? response)
    {
        HttpResponseHeaders? headers = response?.Headers;
        lock (lane)
        {
            lane.Gate.Ended(sentAt, Now, headers is null ? null : bucket?.Read(headers));
            if (response?.StatusCode == HttpStatusCode.TooManyRequests)
            {
                TimeSpan? asked = RetryDelay.Asked(headers, time.GetUtcNow());
                lane.Gate.Refused(Now, asked is { } wait && wait <= RetryDelay.Longest ? wait.TotalSeconds : 0);
            }
        }
    }

    private sealed class Lane(Pacing pacing)
    {
        public TurnQueue Queue { get; } = new();

        public RateGate Gate { get; } = new(pacing);
    }
}
