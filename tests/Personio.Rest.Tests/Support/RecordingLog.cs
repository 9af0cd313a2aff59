using System.Collections.Concurrent;

namespace Personio.Rest.Tests.Support;

/// <summary>Records what the client logs.</summary>
internal sealed class RecordingLog : IActivityLog
{
    private readonly ConcurrentQueue<string> _verbose = new();
    private readonly ConcurrentQueue<string> _warnings = new();
    private readonly ConcurrentQueue<double> _shares = new();

    public IReadOnlyList<string> VerboseLines => [.. _verbose];

    public IReadOnlyList<string> Warnings => [.. _warnings];

    /// <summary>The reported progress.</summary>
    public IReadOnlyList<double> Shares => [.. _shares];

    public string Everything => string.Join('\n', _verbose.Concat(_warnings));

    public void Verbose(string message) => _verbose.Enqueue(message);

    public void Warning(string message) => _warnings.Enqueue(message);

    public void ReportProgress(double done) => _shares.Enqueue(done);
}
