using System.Text.Json;

namespace Personio.Lifecycle;

/// <summary>Writes entries as JSON lines, each flushed before the next step.</summary>
public sealed class PlanLogWriter
{
    private readonly TextWriter _writer;
    private readonly TimeProvider _clock;
    private readonly string? _who;
    private readonly string? _host;

    /// <summary>Creates a writer on top of a text writer, which the caller keeps and closes.</summary>
    /// <param name="writer">Receives the lines. Its Flush must persist them.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="who">The user who runs it.</param>
    /// <param name="host">The machine it runs on.</param>
    public PlanLogWriter(TextWriter writer, TimeProvider clock, string? who = null, string? host = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(clock);
        _writer = writer;
        _clock = clock;
        _who = who;
        _host = host;
    }

    /// <summary>Writes an entry, adding time, user and machine.</summary>
    public void Write(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        LogEntry complete = entry with { Time = _clock.GetUtcNow(), Who = _who, Host = _host };
        _writer.Write(JsonSerializer.Serialize(complete, LogJson.Options) + "\n");
        _writer.Flush();
    }
}
