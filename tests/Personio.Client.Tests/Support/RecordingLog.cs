using System.Collections.Concurrent;

namespace Personio.Client.Tests.Support;

/// <summary>Keeps what the client told.</summary>
internal sealed class RecordingLog : IActivityLog
{
    private readonly ConcurrentQueue<string> _verbose = new();
    private readonly ConcurrentQueue<string> _warnings = new();

    public IReadOnlyList<string> VerboseLines => [.. _verbose];

    public IReadOnlyList<string> Warnings => [.. _warnings];

    public string Everything => string.Join('\n', _verbose.Concat(_warnings));

    public void Verbose(string message) => _verbose.Enqueue(message);

    public void Warning(string message) => _warnings.Enqueue(message);
}
