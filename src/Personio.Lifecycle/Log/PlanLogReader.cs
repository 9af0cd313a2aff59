using System.Text.Json;

namespace Personio.Lifecycle;

/// <summary>Reads a log of JSON lines.</summary>
public static class PlanLogReader
{
    /// <summary>Reads the entries, oldest first. Lines cut off by a crash are skipped.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="unreadable">Receives the number of each unreadable line, counted from 1; null to ignore
    /// them.</param>
    public static IEnumerable<LogEntry> Read(IEnumerable<string> lines, Action<int>? unreadable = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Parse(line) is { } entry)
            {
                yield return entry;
            }
            else
            {
                unreadable?.Invoke(number);
            }
        }
    }

    private static LogEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LogEntry>(line, LogJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
