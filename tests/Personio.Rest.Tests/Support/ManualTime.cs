namespace Personio.Rest.Tests.Support;

/// <summary>
/// A clock that a test moves. Automatic: whoever starts a wait moves it to the end of that wait at once, so retries and
/// pacing take no time and are read from <see cref="Waits"/>.
/// </summary>
internal sealed class ManualTime(bool automatic = true) : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly object _lock = new();
    private readonly List<ManualTimer> _pending = [];
    private readonly List<TimeSpan> _waits = [];
    private TaskCompletionSource _changed = NewSignal();
    private TimeSpan _elapsed;
    private TimeSpan _shift;

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

    public TimeSpan Elapsed
    {
        get
        {
            lock (_lock)
            {
                return _elapsed;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed + _shift;

    /// <summary>Sets the system clock, as people and time servers do; steady time goes on undisturbed.</summary>
    public void SetClock(TimeSpan shift) => _shift = shift;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the time and ends the waits that are over then.</summary>
    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _elapsed += by;
            due = [.. _pending.Where(timer => timer.Due <= _elapsed).OrderBy(timer => timer.Due)];
            _pending.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Ends when so many waits lie ahead.</summary>
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

    private void Set(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _pending.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _elapsed + dueTime;
            _waits.Add(dueTime);
            if (automatic)
            {
                _elapsed = timer.Due;
                ThreadPool.QueueUserWorkItem(_ => timer.Fire());
                return;
            }

            _pending.Add(timer);
            _changed.SetResult();
            _changed = NewSignal();
        }
    }

    private void Remove(ManualTimer timer)
    {
        lock (_lock)
        {
            _pending.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTime owner, TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _disposed;

        public TimeSpan Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Set(this, dueTime);
            return true;
        }

        public void Fire()
        {
            if (!_disposed)
            {
                callback(state);
            }
        }

        public void Dispose()
        {
            _disposed = true;
            owner.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
