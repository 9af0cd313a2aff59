using Microsoft.Extensions.Time.Testing;

namespace Personio.Rest.Tests.Support;

/// <summary>
/// A clock that a test moves. If automatic, starting a wait moves it to the end of that wait immediately, so retries
/// and pacing take no time and can be read from <see cref="Waits"/>.
/// </summary>
internal sealed class ManualTime(bool automatic = true) : FakeTimeProvider(Start)
{
    private readonly object _lock = new();
    private readonly HashSet<Wait> _pending = [];
    private readonly List<TimeSpan> _waits = [];
    private TaskCompletionSource _changed = NewSignal();
    private TimeSpan _shift;

    public static new DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Every wait that was started, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public TimeSpan Elapsed => base.GetUtcNow() - Start;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;

    /// <summary>Monotonic time; the base class derives it from the system clock.</summary>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <summary>Sets the system clock, as people and time servers do; monotonic time is not affected.</summary>
    public void SetClock(TimeSpan shift) => _shift = shift;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = new Wait(this, callback, state);
        wait.Change(dueTime, period);
        return wait;
    }

    /// <summary>Completes when this many waits are pending.</summary>
    public async Task PendingAsync(int count)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_pending.Count >= count)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Began(Wait wait, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _waits.Add(dueTime);
            _pending.Add(wait);
            _changed.SetResult();
            _changed = NewSignal();
        }

        if (automatic)
        {
            Advance(dueTime);
        }
    }

    private void Ended(Wait wait)
    {
        lock (_lock)
        {
            _pending.Remove(wait);
        }
    }

    /// <summary>A timer of the clock that the test can observe.</summary>
    private sealed class Wait : ITimer
    {
        private readonly ManualTime _owner;
        private readonly ITimer _timer;

        public Wait(ManualTime owner, TimerCallback callback, object? state)
        {
            _owner = owner;
            _timer = owner.CreateUnseen(
                _ =>
                {
                    owner.Ended(this);
                    callback(state);
                });
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _owner.Ended(this);
            bool changed = _timer.Change(dueTime, period);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _owner.Began(this, dueTime);
            }

            return changed;
        }

        public void Dispose()
        {
            _owner.Ended(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private ITimer CreateUnseen(TimerCallback callback) =>
        base.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
