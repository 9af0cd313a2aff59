using System.Diagnostics;

namespace Personio.Benchmarks.Bare;

/// <summary>
/// Another program on the same bucket: it sends at a steady rate, and ignores headers and
/// refusals.
/// </summary>
internal sealed class Neighbor(BareApi api, string address, double perSecond) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public void Start() => _work = Task.Run(WorkAsync);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task WorkAsync()
    {
        var sent = new List<Task>();
        var watch = Stopwatch.StartNew();
        while (!_stop.IsCancellationRequested)
        {
            // Scheduled by the clock instead of pauses, so that timer delays do not add up.
            TimeSpan due = TimeSpan.FromSeconds(sent.Count / perSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            sent.Add(api.StatusAsync(address));
        }

        await Task.WhenAll(sent);
    }
}
