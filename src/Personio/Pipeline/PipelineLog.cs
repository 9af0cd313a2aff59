using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Personio;

/// <summary>
/// Holds what the client tells from its threads until the pipeline thread, which alone may write, comes for it.
/// </summary>
internal sealed class PipelineLog : IActivityLog, IDisposable
{
    private readonly ConcurrentQueue<Message> _messages = new();
    private readonly ManualResetEventSlim _news = new();
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
        // Where a command lists twice, as to find open ends, a row is told once. Rows without an id are not told apart.
        if (fault.RowId is null || _unreadable.TryAdd(fault.Message, true))
        {
            Add(new Message(fault.Message) { Fault = fault });
        }
    }

    /// <inheritdoc/>
    public void ReportProgress(double done) => Volatile.Write(ref _share, done);

    /// <summary>How much of a long listing is done, from 0 to 1; null where nobody told.</summary>
    public double? Done => Volatile.Read(ref _share) is >= 0 and var share ? share : null;

    /// <summary>Waits until there is a message, somebody calls <see cref="Wake"/>, or the time is over.</summary>
    public void Wait(TimeSpan most)
    {
        _ = _news.Wait(most);
        _news.Reset();
    }

    /// <summary>Ends the present or the next wait.</summary>
    public void Wake()
    {
        try
        {
            _news.Set();
        }
        catch (ObjectDisposedException)
        {
            // A request that was given up ends after its cmdlet.
        }
    }

    /// <summary>Takes the oldest message.</summary>
    public bool TryTake([NotNullWhen(true)] out Message? message) => _messages.TryDequeue(out message);

    /// <inheritdoc/>
    public void Dispose() => _news.Dispose();

    private void Add(Message message)
    {
        _messages.Enqueue(message);
        Wake();
    }

    /// <summary>What the client told.</summary>
    /// <param name="Text">In words.</param>
    internal sealed record Message(string Text)
    {
        public bool IsWarning { get; init; }

        /// <summary>The row that cannot be read; null where it is about something else.</summary>
        public PersonioException? Fault { get; init; }
    }
}
