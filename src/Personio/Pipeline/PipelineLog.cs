using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Personio;

/// <summary>
/// Queues the client's messages from other threads for the pipeline thread, which is the only one allowed to write.
/// </summary>
internal sealed class PipelineLog : IActivityLog, IDisposable
{
    private readonly ConcurrentQueue<Message> _messages = new();
    private readonly ManualResetEventSlim _signal = new();
    private readonly ConcurrentDictionary<string, bool> _unreadable = new(StringComparer.Ordinal);
    private double _share = -1;

    /// <inheritdoc/>
    public bool IsVerboseEnabled { get; set; } = true;

    /// <inheritdoc/>
    public void Verbose(string message)
    {
        if (IsVerboseEnabled)
        {
            Add(new Message(message));
        }
    }

    /// <inheritdoc/>
    public void Warning(string message) => Add(new Message(message) { IsWarning = true });

    /// <inheritdoc/>
    public void Unreadable(PersonioException fault)
    {
        // If a command lists twice, for example to find open-ended periods, each row is reported once. Rows without an
        // ID cannot be told apart.
        if (fault.RowId is null || _unreadable.TryAdd(fault.Message, true))
        {
            Add(new Message(fault.Message) { Fault = fault });
        }
    }

    /// <inheritdoc/>
    public void ReportProgress(double done) => Volatile.Write(ref _share, done);

    /// <summary>The completed share of a long listing, from 0 to 1; null if none was reported.</summary>
    public double? Progress => Volatile.Read(ref _share) is >= 0 and var share ? share : null;

    /// <summary>Waits until a message arrives, <see cref="Wake"/> is called, or the time has elapsed.</summary>
    public void Wait(TimeSpan timeout)
    {
        _ = _signal.Wait(timeout);
        _signal.Reset();
    }

    /// <summary>Ends the current or the next wait.</summary>
    public void Wake()
    {
        try
        {
            _signal.Set();
        }
        catch (ObjectDisposedException)
        {
            // An abandoned request may complete after its cmdlet.
        }
    }

    /// <summary>Takes the oldest message.</summary>
    public bool TryTake([NotNullWhen(true)] out Message? message) => _messages.TryDequeue(out message);

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    private void Add(Message message)
    {
        _messages.Enqueue(message);
        Wake();
    }

    /// <summary>A message from the client.</summary>
    /// <param name="Text">The text of the message.</param>
    internal sealed record Message(string Text)
    {
        public bool IsWarning { get; init; }

        /// <summary>The row that cannot be read; null for any other message.</summary>
        public PersonioException? Fault { get; init; }
    }
}
